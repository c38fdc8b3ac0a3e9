-- Contested Counts, ranges under other choices
--
-- Runs after sql/choices.sql, which says what for and how, and sql/reconcile.sql, in the same
-- session. Prints multiverse and tornado: the columns and values of /data/multiverse.csv and
-- /data/tornado.csv of the site, but for the labels.
--
-- An estimate is told for the days on which it is told as it is published, whatever days
-- these would be under other choices. The range is the highest floor and the lowest ceiling
-- that speak on a day, as in sql/reconcile.sql; its numbers refer to the rules there.

-- The days of each estimate as published (8), under the setting that changes nothing.
CREATE OR REPLACE TEMP TABLE asked_days AS
  SELECT DISTINCT asked_settings.metric, asked_settings.collection, day
  FROM asked_settings
  JOIN questions ON questions.metric = named_in(asked_settings.metric, setting)
  JOIN listed_days USING (question)
  WHERE choices = [];

CREATE OR REPLACE TEMP TABLE ranges AS
  WITH
  -- All bounds of a side that are as tight as the tightest.
  tightest AS (
    SELECT asked.metric, asked.collection, day, options, side, value, inclusive, claims
    FROM asked_settings AS asked
    JOIN asked_days USING (metric, collection)
    JOIN questions ON questions.metric = named_in(asked.metric, setting)
    JOIN bounds ON bounds.question = questions.question AND day BETWEEN first_day AND last_day
    QUALIFY rank() OVER (
      PARTITION BY asked.metric, asked.collection, day, options, side ORDER BY loose, inclusive
    ) = 1
  ),
  ends AS (
    SELECT
      metric, collection, day, options, side,
      any_value(value) AS value, any_value(inclusive) AS inclusive,
      -- by the names that claims have outside of a setting
      array_to_string(list_sort(
        [regexp_replace(c, '__[0-9]+$', '') FOR c IN flatten(list(string_split(claims, '|')))]
      ), '|') AS claims
    FROM tightest
    GROUP BY metric, collection, day, options, side
  )
  SELECT
    asked.metric,
    CASE WHEN isfinite(asked_days.day) THEN asked_days.day END AS as_of,
    asked.collection,
    asked.options,
    floor.value AS low,
    floor.inclusive AS low_inclusive,
    ceiling.value AS high,
    ceiling.inclusive AS high_inclusive,
    gap_of(floor.value, floor.inclusive, ceiling.value, ceiling.inclusive) AS gap,
    floor.claims AS low_claims,
    ceiling.claims AS high_claims
  FROM asked
  JOIN asked_days USING (metric, collection)
  LEFT JOIN (FROM ends WHERE side = 'floor') AS floor
    ON floor.metric = asked.metric AND floor.collection = asked.collection
    AND floor.day = asked_days.day
    AND floor.options IS NOT DISTINCT FROM asked.options
  LEFT JOIN (FROM ends WHERE side = 'ceiling') AS ceiling
    ON ceiling.metric = asked.metric AND ceiling.collection = asked.collection
    AND ceiling.day = asked_days.day
    AND ceiling.options IS NOT DISTINCT FROM asked.options;

CREATE OR REPLACE TEMP TABLE published_multiverse AS
  SELECT ranges.*
  FROM (
    SELECT min(nth) AS nth, metric, collection, options
    FROM (
      SELECT row_number() OVER () AS nth, metric, collection, options
      FROM cells(getvariable('asked') || '/multiverse.csv')
    )
    GROUP BY metric, collection, options
  ) AS published
  JOIN ranges
    ON ranges.metric = published.metric AND ranges.collection = published.collection
    AND ranges.options IS NOT DISTINCT FROM published.options
  ORDER BY min(nth) OVER (PARTITION BY ranges.metric, ranges.collection), as_of, nth;

-- What another option does to an end.
CREATE OR REPLACE TEMP MACRO effect_on(before, included_before, after, included_after) AS
  CASE
    WHEN before IS NULL AND after IS NULL THEN 'leaves'
    WHEN after IS NULL THEN 'opens'
    WHEN before IS NULL THEN 'closes'
    WHEN before = after AND included_before = included_after THEN 'leaves'
    ELSE 'moves'
  END;

-- How far it moves the end, as a share of where it stood. An end that is only no longer
-- included, or is so now, moves by the least that a double can tell from 1; for what opens,
-- closes, or stood at 0, there is no share.
CREATE OR REPLACE TEMP MACRO reach_on(effect, before, after) AS
  CASE
    WHEN effect = 'leaves' THEN 0
    WHEN effect = 'moves' AND before <> 0
      THEN greatest(abs(after - before) / abs(before), 2.0 ** -52)
  END;

CREATE OR REPLACE TEMP TABLE published_tornado AS
  SELECT
    changed.metric, changed.as_of, changed.collection, choice, option,
    changed.low, changed.low_inclusive, changed.high, changed.high_inclusive, changed.gap,
    effect_on(usual.low, usual.low_inclusive, changed.low, changed.low_inclusive) AS low_effect,
    effect_on(usual.high, usual.high_inclusive, changed.high, changed.high_inclusive)
      AS high_effect,
    CASE
      WHEN reach_on(low_effect, usual.low, changed.low) IS NOT NULL
        AND reach_on(high_effect, usual.high, changed.high) IS NOT NULL
        THEN greatest(
          reach_on(low_effect, usual.low, changed.low),
          reach_on(high_effect, usual.high, changed.high)
        )
    END AS reach,
    changed.low_claims, changed.high_claims
  FROM (
    SELECT min(nth) AS nth, metric, collection, choice, option
    FROM (
      SELECT row_number() OVER () AS nth, metric, collection, choice, option
      FROM cells(getvariable('asked') || '/tornado.csv')
    )
    GROUP BY metric, collection, choice, option
  ) AS published
  JOIN ranges AS changed
    ON changed.metric = published.metric AND changed.collection = published.collection
    AND changed.options = published.option
  JOIN ranges AS usual
    ON usual.metric = published.metric AND usual.collection = published.collection
    AND usual.as_of IS NOT DISTINCT FROM changed.as_of
    AND usual.options IS NULL
  ORDER BY
    min(nth) OVER (PARTITION BY changed.metric, changed.collection), changed.as_of,
    reach DESC NULLS FIRST, nth;

FROM published_multiverse;
FROM published_tornado;
