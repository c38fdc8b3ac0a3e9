-- Networks: how sums of constraints are found, what contradicts itself, and the fewest
-- testimonies that must be wrong. After constraints.sql.
--
-- Call S(day) the total of an amount up to the end of a day. A ceiling of a period says that
-- S(end) - S(start) is at most its value; a floor, that S(start) - S(end) is at most minus its
-- value; and that S never falls, that S(day) - S(next day) is at most 0. So each is an *edge*:
-- S(head) is at most S(tail) + most. Sums along edges bound what lies between any two days.

-- 1. Two sums are equal if they differ by no more than one part in 10^9: they come about in
--    any order. Of equal sums the one of which more edges exclude the number is tighter; of
--    those, the one that takes fewer statements is told.
CREATE OR REPLACE TEMP MACRO is_near(a, b) AS abs(a - b) <= 1e-9 * greatest(1, abs(a), abs(b));
CREATE OR REPLACE TEMP MACRO is_tighter(
  sum, strict, stated, known_sum, known_strict, known_stated
) AS
  CASE
    WHEN known_sum IS NULL THEN true
    WHEN NOT is_near(sum, known_sum) THEN sum < known_sum
    WHEN strict <> known_strict THEN strict > known_strict
    ELSE stated < known_stated
  END;

-- 2. An amount is solved by itself under each set of assumptions: a *system*, with a *world* for
--    each reading. A set that adds nothing to the one before has the same system.
CREATE OR REPLACE TEMP TABLE sets AS
  WITH
  names AS (
    SELECT unnest(['stated', 'opening', 'spans', 'contents']) AS assume, unnest([1, 2, 3, 4]) AS nth
  ),
  sizes AS (
    SELECT
      collection, series, cell, names.assume, names.nth,
      count(*) FILTER (strength <= names.nth) AS size
    FROM constraints, names
    GROUP BY ALL
  )
  SELECT
    dense_rank() OVER (ORDER BY collection, series, cell, size) AS system,
    collection, series, cell, assume, nth AS strength
  FROM sizes;

CREATE OR REPLACE TEMP TABLE systems AS
  SELECT system, collection, series, cell, min(strength) AS strength FROM sets GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE worlds AS
  SELECT row_number() OVER (ORDER BY system, reading) AS world, systems.*, reading
  FROM systems JOIN readings USING (collection);

CREATE OR REPLACE TEMP TABLE heard AS
  SELECT
    world, system, cell = '' AS grows,
    constraints.* EXCLUDE (collection, series, cell, strength)
  FROM worlds
  JOIN constraints USING (collection, series, cell, reading)
  WHERE constraints.strength <= worlds.strength;

-- 3. The edges of some *cases*, each a world without some of its testimonies, and with all days
--    that are asked about in some *periods* of them. An amount that stands for its own period
--    alone does not grow: nothing travels.
CREATE OR REPLACE TEMP MACRO edges_in(cases, periods) AS TABLE
  WITH
  stating AS (
    SELECT
      case_no, nth, starts, ends, grows,
      CASE side WHEN 'floor' THEN ends ELSE starts END AS tail,
      CASE side WHEN 'floor' THEN starts ELSE ends END AS head,
      CASE side WHEN 'floor' THEN -value ELSE value END AS most,
      if(inclusive, 0, 1) AS strict,
      testimony
    FROM query_table(cases) AS cases
    JOIN heard USING (world)
    WHERE testimony IS NULL OR NOT list_contains(left_out, testimony)
  ),
  days AS (
    SELECT case_no, starts AS day FROM stating WHERE grows
    UNION
    SELECT case_no, ends FROM stating WHERE grows
    UNION
    SELECT case_no, unnest([starts, ends])
    FROM query_table(periods)
    JOIN query_table(cases) AS cases USING (case_no)
    JOIN worlds USING (world)
    WHERE cell = ''
  )
  SELECT case_no, tail, head, most, strict, 1 AS stated, nth, testimony FROM stating
  UNION ALL
  SELECT case_no, day, lag(day) OVER by_day, 0, 0, 0, NULL, NULL
  FROM days
  WINDOW by_day AS (PARTITION BY case_no ORDER BY day)
  QUALIFY lag(day) OVER by_day IS NOT NULL;

-- 4. Whether all constraints of a case can hold. From each day one walks along edges as long as
--    a sum becomes tighter. If nothing does any more, the sums themselves are totals that satisfy
--    all. If a walk comes back to a day of its own, it has found a *cycle* by which S(day) would
--    be less than itself: what is stated on it cannot all be right, and the walk ends. A walk
--    that meets no day twice is no longer than there are days, so this comes to an end.
CREATE OR REPLACE TEMP MACRO tested(cases) AS TABLE
  WITH RECURSIVE
  edges AS MATERIALIZED (FROM edges_in(cases, 'no_periods')),
  walks(case_no, day, sum, strict, stated, days, said, is_cycle) USING KEY (case_no, day) AS (
    SELECT DISTINCT case_no, day, 0::DOUBLE, 0, 0, [day], []::VARCHAR[], false
    FROM (SELECT case_no, unnest([tail, head]) AS day FROM edges)
    UNION
    SELECT case_no, head, sum, strict, stated, days, said, is_cycle
    FROM (
      SELECT
        edges.case_no, head,
        walks.sum + most AS sum,
        walks.strict + edges.strict AS strict,
        walks.stated + edges.stated AS stated,
        list_append(walks.days, head) AS days,
        list_append(walks.said, testimony) AS said,
        list_contains(walks.days, head) AS is_cycle,
        known.sum AS known_sum, known.strict AS known_strict, known.stated AS known_stated,
        min(walks.sum + most) OVER (PARTITION BY edges.case_no, head) AS least
      FROM walks
      JOIN edges ON edges.case_no = walks.case_no AND tail = walks.day
      JOIN recurring.walks AS known ON known.case_no = edges.case_no AND known.day = head
      WHERE NOT walks.is_cycle
    )
    WHERE is_tighter(sum, strict, stated, known_sum, known_strict, known_stated)
    QUALIFY row_number() OVER (
      PARTITION BY case_no, head ORDER BY NOT is_near(sum, least), strict DESC, stated
    ) = 1
  ),
  cycles AS (
    SELECT
      case_no,
      list_distinct([
        testimony FOR testimony IN said[list_position(days, day):] IF testimony IS NOT NULL
      ]) AS cycle
    FROM walks
    WHERE is_cycle
  )
  SELECT cases.*, cycle
  FROM query_table(cases) AS cases
  LEFT JOIN (SELECT case_no, arg_min(cycle, len(cycle)) AS cycle FROM cycles GROUP BY case_no)
    USING (case_no);
CREATE OR REPLACE TEMP TABLE no_periods AS
  SELECT 0::BIGINT AS case_no, NULL::DATE AS starts, NULL::DATE AS ends LIMIT 0;

-- 5. The fewest that must be wrong. At first nobody is left out; then, of every cycle that was
--    found, one testimony at a time: whatever mends all leaves one of it out. The first time
--    that anything mends a world, so many are the fewest, and all that does are its *repairs*.
--    More than five are not tried.
CREATE OR REPLACE TEMP MACRO one_more_left_out(tried) AS TABLE
  SELECT row_number() OVER () AS case_no, world, left_out
  FROM (
    SELECT DISTINCT world, list_sort(list_append(left_out, unnest(cycle))) AS left_out
    FROM query_table(tried) AS tried
    ANTI JOIN (FROM query_table(tried) WHERE cycle IS NULL) AS mended USING (world)
  );
CREATE OR REPLACE TEMP TABLE cases_0 AS
  SELECT world AS case_no, world, []::VARCHAR[] AS left_out FROM worlds;
CREATE OR REPLACE TEMP TABLE tried_0 AS FROM tested('cases_0');
CREATE OR REPLACE TEMP TABLE cases_1 AS FROM one_more_left_out('tried_0');
CREATE OR REPLACE TEMP TABLE tried_1 AS FROM tested('cases_1');
CREATE OR REPLACE TEMP TABLE cases_2 AS FROM one_more_left_out('tried_1');
CREATE OR REPLACE TEMP TABLE tried_2 AS FROM tested('cases_2');
CREATE OR REPLACE TEMP TABLE cases_3 AS FROM one_more_left_out('tried_2');
CREATE OR REPLACE TEMP TABLE tried_3 AS FROM tested('cases_3');
CREATE OR REPLACE TEMP TABLE cases_4 AS FROM one_more_left_out('tried_3');
CREATE OR REPLACE TEMP TABLE tried_4 AS FROM tested('cases_4');
CREATE OR REPLACE TEMP TABLE cases_5 AS FROM one_more_left_out('tried_4');
CREATE OR REPLACE TEMP TABLE tried_5 AS FROM tested('cases_5');

--    Repairs are numbered by the names of what they leave out. Where nothing contradicts, one
--    without a number leaves nobody out.
CREATE OR REPLACE TEMP TABLE repairs AS
  SELECT
    world, left_out, len(left_out) AS fewest,
    if(len(left_out) = 0, NULL, row_number() OVER (
      PARTITION BY world ORDER BY array_to_string(left_out, ' ')
    )) AS repair
  FROM query_table(['tried_0', 'tried_1', 'tried_2', 'tried_3', 'tried_4', 'tried_5'])
  WHERE cycle IS NULL;

-- 6. The tightest sums from the first to the last day of periods: along the edges for a ceiling,
--    against them for a floor. Rounds are counted, so that sums that would only ever change
--    within what counts as equal come to an end.
CREATE OR REPLACE TEMP MACRO sums_in(edges, periods) AS TABLE
  WITH RECURSIVE
  ways AS MATERIALIZED (
    SELECT
      case_no, side,
      if(side = 'ceiling', tail, head) AS tail,
      if(side = 'ceiling', head, tail) AS head,
      most, strict, stated,
      count(*) OVER (PARTITION BY case_no, side) AS most_rounds
    FROM query_table(edges), (VALUES ('floor'), ('ceiling')) AS sides(side)
  ),
  sums(case_no, side, starts, day, sum, strict, stated, rounds)
  USING KEY (case_no, side, starts, day) AS (
    SELECT DISTINCT case_no, sides.side, starts, starts, 0::DOUBLE, 0, 0, 0
    FROM query_table(periods), (VALUES ('floor'), ('ceiling')) AS sides(side)
    UNION
    SELECT case_no, side, starts, head, sum, strict, stated, rounds
    FROM (
      SELECT
        sums.case_no, sums.side, sums.starts, head,
        sums.sum + most AS sum,
        sums.strict + ways.strict AS strict,
        sums.stated + ways.stated AS stated,
        sums.rounds + 1 AS rounds,
        known.sum AS known_sum, known.strict AS known_strict, known.stated AS known_stated,
        min(sums.sum + most) OVER (PARTITION BY sums.case_no, sums.side, sums.starts, head) AS least
      FROM sums
      JOIN ways
        ON ways.case_no = sums.case_no AND ways.side = sums.side AND tail = sums.day
        AND sums.rounds < most_rounds
      LEFT JOIN recurring.sums AS known
        ON known.case_no = sums.case_no AND known.side = sums.side AND known.starts = sums.starts
        AND known.day = head
    )
    WHERE is_tighter(sum, strict, stated, known_sum, known_strict, known_stated)
    QUALIFY row_number() OVER (
      PARTITION BY case_no, side, starts, head
      ORDER BY NOT is_near(sum, least), strict DESC, stated
    ) = 1
  )
  FROM sums;

-- 7. The range of each period. An end that no statement reaches is not stated: nothing is "at
--    least 0" because nobody says more.
CREATE OR REPLACE TEMP MACRO ranges_in(periods, sums) AS TABLE
  SELECT
    periods.case_no, periods.starts, periods.ends,
    0 - floors.sum AS low, floors.strict = 0 AS low_inclusive,
    ceilings.sum AS high, ceilings.strict = 0 AS high_inclusive
  FROM query_table(periods) AS periods
  LEFT JOIN (FROM query_table(sums) WHERE side = 'floor' AND stated > 0) AS floors
    ON floors.case_no = periods.case_no AND floors.starts = periods.starts
    AND floors.day = periods.ends
  LEFT JOIN (FROM query_table(sums) WHERE side = 'ceiling' AND stated > 0) AS ceilings
    ON ceilings.case_no = periods.case_no AND ceilings.starts = periods.starts
    AND ceilings.day = periods.ends;
