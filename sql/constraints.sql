-- Constraints: what testimony and assumptions bound, each with the set of assumptions from
-- which on it does. After eligible.sql.

-- 1. Testimony is what one origin says of one amount, under one set of assumptions, up to one
--    end; under each reading by itself. Where a document has the origin's own words, these
--    speak alone, and retellings do not.
CREATE OR REPLACE TEMP TABLE testifying AS
  SELECT
    dense_rank() OVER (
      ORDER BY collection, reading, series, cell, assume, origin, institution, until, end_first
    ) AS testimony,
    reading, eligible.*
  FROM eligible
  JOIN readings USING (collection)
  WHERE choice IS NULL OR list_contains(reading, option)
  QUALIFY is_primary OR NOT bool_or(is_primary) OVER (
    PARTITION BY collection, reading, series, cell, assume, origin, institution, until, end_first
  );

-- 2. Several voices on one thing are settled: what all of them allow; or, where that leaves no
--    number, the whole stretch between them, which is open where one of them is. Of equal ends
--    all claims are named.
--
--    An end is `loose` by its number, a floor by minus its number: so of either side the
--    tightest end has the smallest, and of equal numbers the one that is excluded is tighter.
--    NULL is an open end.
CREATE OR REPLACE TEMP MACRO settled(voices) AS TABLE
  WITH
  ends AS (SELECT *, if(side = 'floor', -value, value) AS loose FROM query_table(voices)),
  ranked AS (
    SELECT
      *,
      rank() OVER (about_side ORDER BY loose NULLS LAST, inclusive) AS tight,
      rank() OVER (about_side ORDER BY loose DESC NULLS FIRST, inclusive DESC) AS wide
    FROM ends
    WINDOW about_side AS (PARTITION BY testimony, mix, option, side)
  ),
  judged AS (
    SELECT
      *,
      max(value) FILTER (side = 'floor' AND tight = 1) OVER about AS floor,
      max(value) FILTER (side = 'ceiling' AND tight = 1) OVER about AS ceiling,
      bool_and(inclusive) FILTER (tight = 1) OVER about AS is_inclusive
    FROM ranked
    WINDOW about AS (PARTITION BY testimony, mix, option)
  )
  SELECT
    testimony, mix, option, side,
    any_value(value) AS value, any_value(inclusive) AS inclusive,
    list_sort(list_distinct(flatten(list(binds)))) AS binds
  FROM judged
  WHERE CASE
    WHEN floor > ceiling OR (floor = ceiling AND NOT is_inclusive) THEN wide = 1
    ELSE tight = 1
  END
  GROUP BY testimony, mix, option, side;

CREATE OR REPLACE TEMP TABLE voices AS
  SELECT
    testimony, mix, if(mix IS NULL, NULL, option) AS option, side,
    if(side = 'floor', low, high) AS value,
    if(side = 'floor', low_inclusive, high_inclusive) AS inclusive,
    [claim] AS binds
  FROM testifying, (VALUES ('floor'), ('ceiling')) AS sides(side);

-- 3. A mix of kinds lies between the kinds, each settled first: from the lowest floor to the
--    highest ceiling. If there is one kind only, or one of those that its origin names has no
--    number here, nothing is said of the mix. Then all that is said of the amount is settled,
--    each mix as one voice.
CREATE OR REPLACE TEMP TABLE voices_on_amounts AS
  WITH
  kinds AS (
    SELECT *, count(*) OVER (PARTITION BY testimony, mix, side) >= greatest(2, len(mix)) AS is_whole
    FROM settled('voices')
    WHERE mix IS NOT NULL
  ),
  widest AS (
    FROM kinds
    QUALIFY rank() OVER (
      PARTITION BY testimony, mix, side
      ORDER BY if(side = 'floor', -value, value) DESC NULLS FIRST, inclusive DESC
    ) = 1
  )
  SELECT testimony, mix, option, side, value, inclusive, binds
  FROM voices
  WHERE mix IS NULL
  UNION ALL
  SELECT
    testimony, NULL, NULL, side,
    if(any_value(is_whole), any_value(value), NULL), any_value(inclusive), flatten(list(binds))
  FROM widest
  GROUP BY testimony, mix, side;

-- 4. What each testimony bounds. When a count began is known roughly where retellings name
--    different days; who names none is no witness of one. A floor holds for the widest reading
--    of a period, a ceiling for the narrowest, if that is a period at all.
CREATE OR REPLACE TEMP TABLE stated AS
  WITH
  said AS (
    SELECT
      testimony, collection, reading, series, cell, assume, origin, institution,
      list_sort(list(DISTINCT claim)) AS claims,
      coalesce(min(starts) FILTER (isfinite(starts)), '-infinity') AS start_first,
      max(starts) AS start_last,
      any_value(end_first) AS end_first,
      any_value(end_last) AS end_last
    FROM testifying
    GROUP BY ALL
  )
  SELECT
    collection, reading, series, cell, assume, side,
    if(side = 'floor', start_first, start_last) AS starts,
    if(side = 'floor', end_last, end_first) AS ends,
    value, inclusive, binds, claims, origin, institution
  FROM said JOIN settled('voices_on_amounts') USING (testimony)
  WHERE value IS NOT NULL AND starts < ends;

-- 5. Of an amount and its parts, however far down: a floor of a part is a floor of the whole,
--    and a ceiling of the whole a ceiling of the part.
CREATE OR REPLACE TEMP TABLE parts AS
  WITH RECURSIVE
  measured AS (
    SELECT id, part_of, if(measure = 'capacity', id, coalesce(series, id)) AS amount
    FROM facts('metrics')
  ),
  direct AS (
    SELECT part.amount AS part, whole.amount AS whole
    FROM measured AS part JOIN measured AS whole ON whole.id = part.part_of
  ),
  partly AS (
    FROM direct
    UNION
    SELECT partly.part, direct.whole FROM partly JOIN direct ON direct.part = partly.whole
  )
  FROM partly;

-- 6. The assumption `opening`: nothing before the earliest day from which anybody counts the
--    amount itself; where nobody does, under `contents` the earliest from which a capacity counts
--    it. It rests on every claim of the ledger, whoever is left out later.
CREATE OR REPLACE TEMP TABLE openings AS
  WITH
  counts AS (
    SELECT collection, reading, series, cell, assume = 'contents' AS is_content, starts
    FROM eligible JOIN readings USING (collection)
    WHERE is_count AND isfinite(starts) AND (choice IS NULL OR list_contains(reading, option))
    QUALIFY NOT is_content
      OR bool_and(is_content) OVER (PARTITION BY collection, reading, series, cell)
  )
  SELECT
    collection, reading, series, cell,
    if(is_content, 'contents', 'opening') AS assume, 'ceiling' AS side,
    '-infinity'::DATE AS starts, min(starts) AS ends, 0::DOUBLE AS value, true AS inclusive,
    [opening.id] AS binds, []::VARCHAR[] AS claims,
    NULL::VARCHAR AS origin, NULL::VARCHAR AS institution
  FROM counts JOIN (FROM assumed WHERE of_set = 'opening') AS opening USING (collection)
  GROUP BY ALL;

-- All constraints. A testimony is known by its claims; an assumption has none.
CREATE OR REPLACE TEMP TABLE constraints AS
  WITH
  said AS (
    FROM stated
    UNION ALL
    SELECT stated.* REPLACE (whole AS series)
    FROM stated JOIN parts ON part = series AND side = 'floor'
    UNION ALL
    SELECT stated.* REPLACE (part AS series)
    FROM stated JOIN parts ON whole = series AND side = 'ceiling'
    UNION ALL
    FROM openings
  )
  SELECT
    row_number() OVER () AS nth, said.*,
    list_position(['stated', 'opening', 'spans', 'contents'], assume) AS strength,
    nullif(array_to_string(claims, '|'), '') AS testimony
  FROM said;

-- As the site publishes them: a period by its first and its last day.
CREATE OR REPLACE TEMP MACRO first_day(starts) AS if(isfinite(starts), starts + 1, NULL);
CREATE OR REPLACE TEMP MACRO written(reading) AS nullif(array_to_string(reading, '|'), '');

CREATE OR REPLACE TEMP TABLE published_constraints AS
  SELECT
    series, collection, written(reading) AS reading, assume, side,
    first_day(starts) AS "from", ends AS "to", value, inclusive, binds, claims, origin, institution
  FROM constraints;
