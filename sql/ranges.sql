-- Ranges: what is published of every amount, on each day on which it turns and over each period
-- that is stated; without each origin and each institution; and what repairs leave. After
-- cases.sql.

-- 1. What binds an end: the constraints on any of the tightest paths, found by going back from
--    the last day over the edges that are as tight as the sums say.
CREATE OR REPLACE TEMP TABLE binding AS
  WITH RECURSIVE
  tight AS MATERIALIZED (
    SELECT ways.case_no, ways.side, tails.starts, ways.tail, ways.head, nth
    FROM (
      SELECT case_no, 'ceiling' AS side, tail, head, most, strict, stated, nth FROM edges
      UNION ALL
      SELECT case_no, 'floor', head, tail, most, strict, stated, nth FROM edges
    ) AS ways
    JOIN sums AS tails
      ON tails.case_no = ways.case_no AND tails.side = ways.side AND tails.day = ways.tail
    JOIN sums AS heads
      ON heads.case_no = ways.case_no AND heads.side = ways.side AND heads.day = ways.head
      AND heads.starts = tails.starts
    WHERE is_near(tails.sum + most, heads.sum)
      AND tails.strict + ways.strict = heads.strict
      AND tails.stated + ways.stated = heads.stated
  ),
  paths AS (
    SELECT case_no, side, starts, ends, ends AS day
    FROM periods
    JOIN (FROM cases SEMI JOIN repairs USING (world, left_out)) USING (case_no)
    CROSS JOIN (VALUES ('floor'), ('ceiling')) AS sides(side)
    UNION
    SELECT paths.case_no, paths.side, paths.starts, paths.ends, tail
    FROM paths
    JOIN tight
      ON tight.case_no = paths.case_no AND tight.side = paths.side
      AND tight.starts = paths.starts AND head = day
  )
  SELECT DISTINCT paths.case_no, paths.side, paths.starts, paths.ends, nth
  FROM paths
  JOIN tight
    ON tight.case_no = paths.case_no AND tight.side = paths.side
    AND tight.starts = paths.starts AND head = day
  WHERE nth IS NOT NULL;

-- 2. The answers of each world: its range with each repair. Where more than five must be wrong,
--    nothing is left that could be told.
CREATE OR REPLACE TEMP TABLE answers AS
  WITH
  claims AS (
    SELECT
      case_no, binding.starts, binding.ends,
      flatten(list(binds) FILTER (binding.side = 'floor')) AS low_claims,
      flatten(list(binds) FILTER (binding.side = 'ceiling')) AS high_claims
    FROM binding JOIN constraints USING (nth)
    GROUP BY ALL
  )
  SELECT
    {system: system, starts: wanted.starts, ends: wanted.ends} AS about,
    world, repair, fewest,
    bool_or(fewest IS DISTINCT FROM 0) OVER (PARTITION BY about) AS is_contested,
    low, low_inclusive, high, high_inclusive,
    if(low IS NULL, [], low_claims) AS low_claims,
    if(high IS NULL, [], high_claims) AS high_claims
  FROM wanted
  JOIN worlds USING (system)
  LEFT JOIN repairs USING (world)
  LEFT JOIN cases USING (world, left_out)
  LEFT JOIN ranges USING (case_no, starts, ends)
  LEFT JOIN claims USING (case_no, starts, ends);

-- 3. The hull of some answers: the smallest range that holds all of them, open where one of
--    them is; of ends that are equal all claims are named.
CREATE OR REPLACE TEMP MACRO hulls_of(answers) AS TABLE
  WITH
  outermost AS (
    SELECT
      *,
      if(bool_or(low IS NULL) OVER together, NULL, min(low) OVER together) AS lowest,
      if(bool_or(high IS NULL) OVER together, NULL, max(high) OVER together) AS highest
    FROM query_table(answers)
    WINDOW together AS (PARTITION BY about)
  )
  SELECT
    about,
    any_value(lowest) AS low,
    bool_or(low_inclusive) FILTER (is_near(low, lowest)) AS low_inclusive,
    any_value(highest) AS high,
    bool_or(high_inclusive) FILTER (is_near(high, highest)) AS high_inclusive,
    list_sort(list_distinct(coalesce(flatten(
      list(low_claims) FILTER (is_near(low, lowest))
    ), []))) AS low_claims,
    list_sort(list_distinct(coalesce(flatten(
      list(high_claims) FILTER (is_near(high, highest))
    ), []))) AS high_claims
  FROM outermost
  GROUP BY about;

--    Where nothing contradicts, the hull over the readings that are left open is told. Else all
--    answers are, those with the same range together.
CREATE OR REPLACE TEMP TABLE uncontested AS FROM answers WHERE NOT is_contested;
CREATE OR REPLACE TEMP MACRO is_same(a, b) AS coalesce(is_near(a, b), a IS NULL AND b IS NULL);
CREATE OR REPLACE TEMP TABLE told AS
  WITH
  contested AS (
    SELECT *, row_number() OVER (PARTITION BY about ORDER BY world, repair) AS place
    FROM answers
    WHERE is_contested
  ),
  groups AS (
    SELECT own.about, own.place, min(other.place) AS first_place
    FROM contested AS own
    JOIN contested AS other
      ON other.about = own.about
      AND is_same(other.low, own.low) AND is_same(other.high, own.high)
      AND other.low_inclusive IS NOT DISTINCT FROM own.low_inclusive
      AND other.high_inclusive IS NOT DISTINCT FROM own.high_inclusive
    GROUP BY own.about, own.place
  )
  SELECT
    about, first_place AS place,
    list_sort(coalesce(list(DISTINCT repair) FILTER (repair IS NOT NULL), [])) AS repairs,
    arg_min(low, place) AS low, arg_min(low_inclusive, place) AS low_inclusive,
    arg_min(high, place) AS high, arg_min(high_inclusive, place) AS high_inclusive,
    list_sort(list_distinct(flatten(list(low_claims)))) AS low_claims,
    list_sort(list_distinct(flatten(list(high_claims)))) AS high_claims
  FROM contested JOIN groups USING (about, place)
  GROUP BY about, first_place
  UNION ALL BY NAME
  SELECT *, 1 AS place, [] AS repairs FROM hulls_of('uncontested');

-- 4. What is asked: the named periods; and a total for the days on which it turns under any set
--    of assumptions, as its answers, or what binds them, are not as on the day before that was
--    tried.
CREATE OR REPLACE TEMP TABLE asks AS
  WITH
  states AS (
    SELECT
      system, collection, series, day,
      if(
        bool_or(low IS NOT NULL OR high IS NOT NULL),
        list(
          {low: low, low_inclusive: low_inclusive, high: high, high_inclusive: high_inclusive,
           low_claims: low_claims, high_claims: high_claims, repairs: repairs}
          ORDER BY place
        ),
        NULL
      ) AS state
    FROM days_to_try
    JOIN told ON about = {system: system, starts: '-infinity'::DATE, ends: day}
    GROUP BY ALL
  ),
  turning AS (
    FROM states
    QUALIFY state IS DISTINCT FROM lag(state) OVER (PARTITION BY system ORDER BY day)
  ),
  asked AS (
    FROM named_periods
    UNION ALL
    SELECT DISTINCT collection, series, '', series, '-infinity'::DATE, day, 1 FROM turning
  )
  SELECT
    collection, series, metric, assume, first_day(starts) AS "from", ends AS "to", units,
    {system: system, starts: starts, ends: ends} AS about
  FROM asked JOIN sets USING (collection, series, cell);

-- 5. The published estimates: in the unit of the metric asked, with how many claims, origins
--    and institutions speak of the period or some of it.
CREATE OR REPLACE TEMP TABLE published_estimates AS
  WITH
  support AS (
    SELECT
      about, count(DISTINCT claim) AS claims, count(DISTINCT origin) AS origins,
      count(DISTINCT institution) AS institutions
    FROM (
      SELECT about, origin, institution, unnest(claims) AS claim
      FROM (SELECT DISTINCT about FROM asks)
      JOIN heard ON heard.system = about.system AND starts < about.ends AND ends > about.starts
    )
    GROUP BY about
  ),
  wrong AS (SELECT about, min(fewest) AS fewest_wrong FROM answers GROUP BY about)
  SELECT
    series, metric, "from", "to", collection, assume,
    repairs, fewest_wrong::INTEGER AS fewest_wrong,
    low / units AS low, low_inclusive, high / units AS high, high_inclusive,
    low_claims, high_claims,
    coalesce(claims, 0)::INTEGER AS claims,
    coalesce(origins, 0)::INTEGER AS origins,
    coalesce(institutions, 0)::INTEGER AS institutions
  FROM asks
  JOIN told USING (about)
  JOIN wrong USING (about)
  LEFT JOIN support USING (about);

-- 6. Without one origin or institution that matters: where nothing contradicts, one whose word
--    binds an end; else one without whom nothing contradicts any more. Whoever leaves a
--    contradiction behind leaves no range.
CREATE OR REPLACE TEMP TABLE left_answers AS
  SELECT
    {system: system, starts: starts, ends: ends, whose: whose, id: id} AS about,
    low, low_inclusive, high, high_inclusive,
    []::VARCHAR[] AS low_claims, []::VARCHAR[] AS high_claims
  FROM left_outs
  JOIN cases USING (world, left_out)
  JOIN ranges USING (case_no)
  WHERE NOT EXISTS (
    FROM left_outs AS other
    ANTI JOIN cases USING (world, left_out)
    WHERE other.system = left_outs.system AND other.whose = left_outs.whose
      AND other.id = left_outs.id
  );

CREATE OR REPLACE TEMP TABLE published_without AS
  WITH
  mattering AS (
    SELECT DISTINCT
      {system: system, starts: binding.starts, ends: binding.ends, whose: whose,
       id: if(whose = 'origin', origin, institution)} AS about
    FROM binding
    JOIN cases USING (case_no)
    JOIN worlds USING (world)
    JOIN constraints USING (nth)
    CROSS JOIN (VALUES ('origin'), ('institution')) AS kinds(whose)
  )
  SELECT
    series, metric, "from", "to", collection, assume,
    hull.about.whose AS whose, hull.about.id AS left_out,
    low / units AS low, low_inclusive, high / units AS high, high_inclusive
  FROM asks
  JOIN hulls_of('left_answers') AS hull
    ON asks.about = {system: hull.about.system, starts: hull.about.starts, ends: hull.about.ends}
  WHERE asks.about IN (SELECT about FROM answers WHERE is_contested)
    OR hull.about IN (FROM mattering);

-- 7. The published repairs: each testimony that one leaves out, and what the others leave of
--    its period.
CREATE OR REPLACE TEMP TABLE published_repairs AS
  SELECT
    series, nullif(cell, '') AS period, collection, assume, written(reading) AS reading,
    repair::INTEGER AS repair, claims, origin,
    first_day(starts) AS "from", ends AS "to", low, low_inclusive, high, high_inclusive
  FROM repaired
  JOIN worlds USING (world)
  JOIN (SELECT system, assume FROM sets) USING (system)
  JOIN cases USING (world, left_out)
  JOIN ranges USING (case_no, starts, ends);
