-- Cases: for which periods each amount is solved, with which repairs, and without whom. After
-- networks.sql. With SET VARIABLE totals_alone = true; before it, totals from the beginning are
-- asked alone, and institutions are not left out: so the bench does.

-- 1. What may be asked. Each period that a claim names, in the unit of its metric; and each day
--    on which the total of an amount that somebody counts may turn: those that its constraints
--    name, and the days after them.
CREATE OR REPLACE TEMP TABLE named_periods AS
  SELECT DISTINCT
    collection, series, cell, metric, starts, end_last AS ends,
    units_in(measure, starts + 1, end_last) AS units
  FROM eligible
  WHERE assume <> 'contents' AND isfinite(starts)
    AND NOT coalesce(getvariable('totals_alone'), false);

CREATE OR REPLACE TEMP TABLE days_to_try AS
  SELECT DISTINCT system, collection, series, named + after AS day
  FROM (SELECT system, unnest([starts, ends]) AS named FROM heard WHERE grows)
  JOIN systems USING (system)
  CROSS JOIN (VALUES (0), (1)) AS days(after)
  WHERE isfinite(named)
    AND (collection, series) IN (
      SELECT (collection, series) FROM eligible
      WHERE is_count AND assume <> 'contents' AND metric = series
    );

-- 2. The cases: each world with each of its repairs; and each without what goes back to one
--    origin, or to one institution, if the rest can hold then. Whoever speaks in one reading
--    of an amount is left out of all.
CREATE OR REPLACE TEMP TABLE left_outs AS
  WITH
  speakers AS (
    SELECT world, system, 'origin' AS whose, origin AS id, testimony FROM heard
    UNION
    SELECT world, system, 'institution', institution, testimony FROM heard
    WHERE NOT coalesce(getvariable('totals_alone'), false)
  )
  SELECT
    system, worlds.world, whose, id,
    list_sort(coalesce(list(testimony) FILTER (testimony IS NOT NULL), [])) AS left_out
  FROM (SELECT DISTINCT system, whose, id FROM speakers WHERE id IS NOT NULL)
  JOIN worlds USING (system)
  LEFT JOIN speakers USING (system, world, whose, id)
  GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE left_out_cases AS
  SELECT row_number() OVER () AS case_no, world, left_out
  FROM (SELECT DISTINCT world, left_out FROM left_outs);

CREATE OR REPLACE TEMP TABLE cases AS
  SELECT row_number() OVER () AS case_no, world, left_out
  FROM (
    SELECT world, left_out FROM repairs
    UNION
    SELECT world, left_out FROM tested('left_out_cases') WHERE cycle IS NULL
  );

-- 3. The periods of each case: all that may be asked of its amount; of a repair also those of
--    which the testimonies speak that it leaves out.
CREATE OR REPLACE TEMP TABLE repaired AS
  SELECT
    world, repair, repairs.left_out, testimony,
    any_value(origin) AS origin, any_value(claims) AS claims,
    min(starts) AS starts, max(ends) AS ends
  FROM (SELECT *, unnest(left_out) AS testimony FROM repairs) AS repairs
  JOIN heard USING (world, testimony)
  GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE wanted AS
  SELECT system, starts, ends FROM named_periods JOIN systems USING (collection, series, cell)
  UNION
  SELECT system, '-infinity'::DATE, day
  FROM (SELECT DISTINCT collection, series, day FROM days_to_try)
  JOIN (FROM systems WHERE cell = '') USING (collection, series);

CREATE OR REPLACE TEMP TABLE periods AS
  SELECT case_no, starts, ends FROM cases JOIN worlds USING (world) JOIN wanted USING (system)
  UNION
  SELECT case_no, starts, ends FROM repaired JOIN cases USING (world, left_out);

CREATE OR REPLACE TEMP TABLE edges AS FROM edges_in('cases', 'periods');
CREATE OR REPLACE TEMP TABLE sums AS FROM sums_in('edges', 'periods');
CREATE OR REPLACE TEMP TABLE ranges AS FROM ranges_in('periods', 'sums');
