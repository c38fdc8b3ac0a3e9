-- Conflicts: that each published one is one, that no smaller one hides in it, and that there are
-- no others where that is said. Finding them takes a search; proving them takes solving again.
-- After cases.sql.

-- 1. What is published, and in which world. A testimony is known by its claims.
CREATE OR REPLACE TEMP TABLE alleged AS
  SELECT
    world, testimonies, complete,
    row_number() OVER (
      PARTITION BY world ORDER BY len(testimonies), array_to_string(testimonies, ' ')
    ) AS conflict
  FROM (
    SELECT
      world, bool_and(conflicts.complete::BOOLEAN) AS complete,
      list_sort([replace(item, '+', '|') FOR item IN string_split(testimony, '|')]) AS testimonies
    FROM cells(getvariable('published') || '/conflicts.csv') AS conflicts
    JOIN sets USING (collection, series, assume)
    JOIN worlds ON worlds.system = sets.system AND sets.cell = coalesce(period, '')
      AND written(worlds.reading) IS NOT DISTINCT FROM conflicts.reading
    GROUP BY world, testimonies
  );

-- 2. A conflict cannot all be right, the assumptions beside it; and without any one testimony of
--    it, the rest of it can. By how much it fails is by how much the first of it misses what the
--    others leave of its period.
CREATE OR REPLACE TEMP TABLE trials AS
  WITH
  everybody AS (
    SELECT world, list(DISTINCT testimony) AS testimonies
    FROM heard
    WHERE testimony IS NOT NULL
    GROUP BY world
  ),
  of_each AS (
    SELECT world, conflict, testimonies AS conflicting, NULL AS gone FROM alleged
    UNION ALL
    SELECT world, conflict, testimonies, unnest(testimonies) FROM alleged
  )
  SELECT
    row_number() OVER () AS case_no, world, conflict, gone,
    [
      one FOR one IN testimonies
      IF one IS NOT DISTINCT FROM gone OR NOT list_contains(conflicting, one)
    ] AS left_out
  FROM of_each JOIN everybody USING (world);

CREATE OR REPLACE TEMP TABLE tried_trials AS FROM tested('trials');

CREATE OR REPLACE TEMP TABLE periods_of_first AS
  SELECT trials.case_no, side, starts, ends, value
  FROM trials
  JOIN alleged USING (world, conflict)
  JOIN heard USING (world)
  WHERE gone = testimonies[1] AND testimony = gone;
CREATE OR REPLACE TEMP TABLE edges_of_others AS FROM edges_in('trials', 'periods_of_first');
CREATE OR REPLACE TEMP TABLE sums_of_others AS FROM sums_in('edges_of_others', 'periods_of_first');

CREATE OR REPLACE TEMP TABLE gaps AS
  SELECT
    world, conflict,
    coalesce(greatest(0, max(if(side = 'floor', value - high, low - value))), 0) AS gap
  FROM periods_of_first
  JOIN ranges_in('periods_of_first', 'sums_of_others') USING (case_no, starts, ends)
  JOIN trials USING (case_no)
  GROUP BY ALL;

-- 3. They are all that there are if whatever meets each of them mends the world: a conflict that
--    is not among them would be left standing by some such choice.
CREATE OR REPLACE TEMP TABLE choices_that_meet_all AS
  WITH RECURSIVE
  choosing AS (
    SELECT DISTINCT world, []::VARCHAR[] AS left_out FROM alleged WHERE complete
    UNION
    SELECT world, list_sort(list_append(left_out, unnest(unmet)))
    FROM (
      SELECT world, left_out, arg_min(testimonies, conflict) AS unmet
      FROM choosing JOIN alleged USING (world)
      WHERE NOT list_has_any(left_out, testimonies)
      GROUP BY world, left_out
    )
  )
  SELECT row_number() OVER () AS case_no, world, left_out
  FROM choosing
  WHERE NOT EXISTS (
    FROM alleged
    WHERE alleged.world = choosing.world AND NOT list_has_any(left_out, testimonies)
  );

CREATE OR REPLACE TEMP TABLE left_standing AS
  SELECT DISTINCT world FROM tested('choices_that_meet_all') WHERE cycle IS NOT NULL;

-- 4. What is proven. A world that contradicts itself without a published conflict has a row of
--    its own, with what was found on a cycle.
CREATE OR REPLACE TEMP TABLE published_conflicts AS
  WITH
  proofs AS (
    SELECT world, conflict, bool_and((cycle IS NULL) = (gone IS NOT NULL)) AS minimal
    FROM tried_trials
    GROUP BY ALL
  ),
  proven AS (
    SELECT
      world, conflict, testimonies, gap, minimal,
      complete AND world NOT IN (FROM left_standing) AS complete
    FROM alleged
    JOIN proofs USING (world, conflict)
    LEFT JOIN gaps USING (world, conflict)
    UNION ALL
    SELECT world, NULL, cycle, NULL, false, false
    FROM tried_0 ANTI JOIN alleged USING (world)
    WHERE cycle IS NOT NULL
  )
  SELECT
    series, nullif(cell, '') AS period, collection, assume, written(reading) AS reading,
    conflict::INTEGER AS conflict,
    [replace(one, '|', '+') FOR one IN testimonies] AS testimony,
    flatten([string_split(one, '|') FOR one IN testimonies]) AS claims,
    origins, gap, minimal, complete
  FROM proven
  JOIN worlds USING (world)
  JOIN (SELECT system, assume FROM sets) USING (system)
  JOIN (
    SELECT world, testimonies, list_sort(list(DISTINCT origin)) AS origins
    FROM proven JOIN heard USING (world)
    WHERE list_contains(testimonies, testimony)
    GROUP BY ALL
  ) USING (world, testimonies);
