-- Eligible claims: those that bind something, with what each says of which amount, over
-- which period. After facts.sql.
--
-- A *period* starts at the end of one day and ends at the end of another: the count since a
-- day starts the day before, and what is counted from the beginning starts at -infinity.

-- 1. Claims that do not count, whatever is asked: not active; a retelling that changes its
--    origin's figure; a reading whose assumption is off; and what is derived from one of
--    these, also by way of a cross-check or of an assumption without a number of its own.
CREATE OR REPLACE TEMP TABLE fallen AS
  WITH RECURSIVE
  derived AS (
    SELECT id, derived_from AS formula FROM claims
    UNION ALL
    SELECT id, derived_from FROM assumptions WHERE NOT is_stated
    UNION ALL
    SELECT id, formula FROM crosschecks
  ),
  needs AS (SELECT id, unnest(names_in(formula)) AS needed FROM derived),
  falling AS (
    SELECT collection, claims.id
    FROM claims
    JOIN speaking USING (source)
    LEFT JOIN (FROM assumed WHERE is_off) AS off USING (collection)
    WHERE status <> 'active' OR repeats = 'distorted' OR option = off.id
    UNION
    SELECT collection, needs.id FROM falling JOIN needs ON needed = falling.id
  )
  FROM falling;

-- 2. What the words say of a number. Half a unit of its last digit that is no trailing zero,
--    at most a tenth of it, is how far a round number may be off.
CREATE OR REPLACE TEMP MACRO last_digit(digits, power) AS
  CASE
    WHEN contains(digits, '.') AND rtrim(split_part(digits, '.', 2), '0') <> ''
      THEN power - len(rtrim(split_part(digits, '.', 2), '0'))
    ELSE power + len(split_part(digits, '.', 1)) - len(rtrim(split_part(digits, '.', 1), '0'))
  END;
CREATE OR REPLACE TEMP MACRO power_of_last_digit(number) AS last_digit(
  split_part(abs(number)::VARCHAR, 'e', 1),
  coalesce(try_cast(split_part(abs(number)::VARCHAR, 'e', 2) AS INTEGER), 0)
);
CREATE OR REPLACE TEMP MACRO half_unit(number) AS
  CASE
    WHEN number = 0 THEN 0
    WHEN power_of_last_digit(number) < 0 THEN 0.5::DOUBLE / pow(10, -power_of_last_digit(number))
    ELSE 0.5::DOUBLE * pow(10, power_of_last_digit(number))
  END;
CREATE OR REPLACE TEMP MACRO width(number) AS least(half_unit(number), abs(number) / 10);

--    At least, more than: a floor alone; at most, less than: a ceiling alone; about: its
--    width either way; nearly: its width below, up to the number and without it; order of
--    magnitude: a tenth to tenfold; all else: as printed. Without a low or a high end stands
--    the one number. NULL is an open end.
CREATE OR REPLACE TEMP MACRO floor_said(bound, low, best, high) AS
  CASE
    WHEN bound IN ('at_most', 'less_than') THEN NULL
    WHEN bound = 'nearly' THEN coalesce(low, coalesce(high, best) - width(coalesce(high, best)))
    WHEN bound = 'about' THEN coalesce(low, best) - width(coalesce(low, best))
    WHEN bound = 'order_of_magnitude'
      THEN least(coalesce(low, best) / 10, coalesce(low, best) * 10)
    ELSE coalesce(low, best)
  END;
CREATE OR REPLACE TEMP MACRO ceiling_said(bound, best, high) AS
  CASE
    WHEN bound IN ('at_least', 'more_than') THEN NULL
    WHEN bound = 'about' THEN coalesce(high, best) + width(coalesce(high, best))
    WHEN bound = 'order_of_magnitude'
      THEN greatest(coalesce(high, best) / 10, coalesce(high, best) * 10)
    ELSE coalesce(high, best)
  END;
CREATE OR REPLACE TEMP MACRO includes_floor(bound, excludes_low) AS
  bound <> 'more_than' AND NOT excludes_low;
CREATE OR REPLACE TEMP MACRO includes_ceiling(bound, excludes_high) AS
  bound NOT IN ('less_than', 'nearly') AND NOT excludes_high;

-- 3. How many days, weeks, months or years a period has: by so much a rate over it is
--    multiplied. Whole calendar months count as such, twelve of them as a year; only what is
--    left over goes by days. What is no rate is a number of the whole period already.
CREATE OR REPLACE TEMP MACRO month_at_or_after(day) AS
  (date_trunc('month', day - 1) + INTERVAL 1 MONTH)::DATE;
CREATE OR REPLACE TEMP MACRO month_at_or_before(day) AS date_trunc('month', day)::DATE;
CREATE OR REPLACE TEMP MACRO whole_months(first, last) AS greatest(
  0, date_diff('month', month_at_or_after(first), month_at_or_before(last + 1))
);
CREATE OR REPLACE TEMP MACRO days_left_over(first, last) AS
  last + 1 - first - CASE
    WHEN whole_months(first, last) = 0 THEN 0
    ELSE month_at_or_before(last + 1) - month_at_or_after(first)
  END;
CREATE OR REPLACE TEMP MACRO units_in(measure, first, last) AS
  CASE measure
    WHEN 'per_day' THEN (last + 1 - first)::DOUBLE
    WHEN 'per_week' THEN (last + 1 - first) / 7
    WHEN 'per_month' THEN whole_months(first, last) + days_left_over(first, last) / 30.4375::DOUBLE
    WHEN 'per_year'
      THEN whole_months(first, last) / 12 + days_left_over(first, last) / 365.25::DOUBLE
    ELSE 1::DOUBLE
  END;

-- 4. Every claim with what it takes to say whether it binds.
CREATE OR REPLACE TEMP TABLE known AS
  SELECT
    speaking.collection, claims.id AS claim, source, metric, measure, series AS measured,
    root AS origin, institution, bound, modality, words, option, is_primary,
    period_start IS NOT NULL AS is_of_period, counted_from,
    coalesce(period_start, as_of_earliest, as_of_latest) AS first,
    coalesce(period_end, as_of_latest, as_of_earliest) AS last,
    floor_said(bound, low, best, high) AS low,
    includes_floor(bound, excludes_low) AS low_inclusive,
    ceiling_said(bound, best, high) AS high,
    includes_ceiling(bound, excludes_high) AS high_inclusive,
    fallen.id IS NOT NULL AS is_fallen,
    readings.id IS NOT NULL AS is_reading
  FROM claims
  JOIN speaking USING (source)
  JOIN (SELECT id AS metric, measure, series FROM facts('metrics')) USING (metric)
  JOIN roots USING (origin)
  LEFT JOIN fallen USING (collection, id)
  LEFT JOIN (SELECT collection, id FROM assumed WHERE kind = 'reading') AS readings
    ON readings.collection = speaking.collection AND readings.id = option;

-- 5. Alternatives. An option with an assumption of the kind `reading` is a reading. Of several
--    readings of the same words in a document that are on, each is answered by itself: they
--    are an open choice. A reading is one decision wherever it stands, so choices that share
--    one are one choice.
CREATE OR REPLACE TEMP TABLE choices AS
  WITH RECURSIVE
  offered AS (
    SELECT DISTINCT collection, source, words, option
    FROM known
    WHERE is_reading AND NOT is_fallen
  ),
  beside AS (
    SELECT one.collection, one.option, other.option AS other
    FROM offered AS one JOIN offered AS other USING (collection, source, words)
  ),
  together AS (
    FROM beside
    UNION
    SELECT together.collection, together.option, beside.other
    FROM together
    JOIN beside ON beside.collection = together.collection AND beside.option = together.other
  )
  SELECT collection, option, list_sort(list(other)) AS choice
  FROM together
  GROUP BY collection, option
  HAVING count(*) > 1;

--    All other options of one origin are kinds of which a mix satisfies all.
CREATE OR REPLACE TEMP TABLE mixes AS
  SELECT collection, origin, words, list_sort(list(DISTINCT option)) AS mix
  FROM known
  WHERE option IS NOT NULL AND NOT is_reading
  GROUP BY ALL;

-- 6. Eligible is what counts, is said of what happened (not planned, a target or denied; only
--    possible in a capacity alone) and has its day or its period.
--
--    It bounds the amount that its metric measures: a capacity itself, all else the metric's
--    series, if it has one. Totals and rates pile up; everything else stands for its own days
--    or period alone, which is called a *cell*.
--
--    A total without a period is a *count* up to a day, from the beginning or from a day on;
--    the day itself may be known roughly. What is reported as a span of other people's
--    estimates binds under the assumption `spans`, all else as stated. Under `contents` a
--    capacity is a count of what it is a capacity of, besides.
CREATE OR REPLACE TEMP TABLE eligible AS
  WITH
  binding AS (
    FROM known
    WHERE NOT is_fallen
      AND modality NOT IN ('planned', 'target', 'denied')
      AND (modality <> 'possible' OR measure = 'capacity')
      AND first IS NOT NULL AND last IS NOT NULL
  ),
  own AS (
    SELECT
      binding.* EXCLUDE (low, high),
      if(measure = 'capacity', metric, coalesce(measured, metric)) AS series,
      if(bound = 'span_of_estimates', 'spans', 'stated') AS assume,
      measure = 'total' AND NOT is_of_period AS is_count,
      measure <> 'total' AND measure NOT LIKE 'per_%' AS is_cell,
      low * units_in(measure, first, last) AS low,
      high * units_in(measure, first, last) AS high
    FROM binding
  ),
  all_amounts AS (
    FROM own
    UNION ALL
    SELECT * REPLACE (measured AS series, 'contents' AS assume, true AS is_count, false AS is_cell)
    FROM own
    WHERE measure = 'capacity' AND measured IS NOT NULL
  ),
  -- A count is told apart from others of its speaker by its end, all else by both days.
  told AS (
    SELECT *, first || if(is_of_period, '..', '/') || last AS until FROM all_amounts
  )
  SELECT
    told.collection, claim, metric, measure, series, if(is_cell, first || '/' || last, '') AS cell, assume,
    origin, institution, choice, if(is_reading, NULL, mix) AS mix, option,
    is_primary, is_count, until,
    CASE
      WHEN NOT is_count THEN first - 1
      WHEN counted_from IS NULL THEN '-infinity'::DATE
      ELSE counted_from - 1
    END AS starts,
    if(is_count, first, last) AS end_first,
    last AS end_last,
    low, low_inclusive, high, high_inclusive
  FROM told
  LEFT JOIN choices USING (collection, option)
  LEFT JOIN mixes USING (collection, origin, words)
  WHERE assume = 'stated' OR (collection, assume) IN (SELECT (collection, of_set) FROM assumed);

-- 7. Readings: every way to decide all open choices of a collection; one that decides nothing
--    where none is open.
CREATE OR REPLACE TEMP TABLE readings AS
  WITH RECURSIVE
  open AS (
    SELECT collection, choice, row_number() OVER (
      PARTITION BY collection ORDER BY array_to_string(choice, '|')
    ) AS nth
    FROM (SELECT DISTINCT collection, choice FROM eligible WHERE choice IS NOT NULL)
  ),
  decided AS (
    SELECT collection, 0 AS decided, []::VARCHAR[] AS reading FROM collections
    UNION ALL
    SELECT collection, nth, list_append(reading, unnest(choice))
    FROM decided JOIN open USING (collection)
    WHERE nth = decided + 1
  )
  SELECT collection, reading
  FROM decided
  WHERE decided = (SELECT count(*) FROM open WHERE open.collection = decided.collection);
