-- Contested Counts, computed again
--
-- Reads the tables of data/ and prints estimates, without, bounds, conflicts and
-- crosschecks: the same columns and values as /data/estimates.csv and so on of the site,
-- which another program computes. Of crosschecks.csv it has the numbers, the verdict and the
-- collection; what is copied from the table of formulas, or says in words or lists what the
-- verdict rests on, is left out. Written for DuckDB 1.5; from the folder that holds data/:
--
--   duckdb -csv < sql/reconcile.sql
--
-- For tables elsewhere, put SET VARIABLE folder = 'path/to/tables'; before it. The tables
-- must be in order (`npm run check`), with commas between cells. What estimates become
-- under other choices is asked by sql/choices.sql.
--
-- What is computed, from docs/methodology.md and docs/decisions/
--
--  1 Which claims count. Active, faithful, and neither a plan, a target nor a denial.
--    A reading whose assumption is off does not count (3), nor does a claim that is
--    derived from one that does not count, also by way of assumptions without a value
--    of their own and of cross-checks (14). As long as one reading of some words counts
--    nothing, a plan for instance, the other readings of these words do not count.
--  2 Which claims bear on a metric. Those about it, about a part of it, about what it
--    is a part of; and the other readings of the same words. A floor of a part is a
--    floor of the whole, a ceiling of the whole a ceiling of the part.
--  3 What a claim says. at_least x: x or more; more_than: beyond x; at_most, less_than
--    likewise; nearly x: a ceiling before x; order_of_magnitude: a tenth to tenfold;
--    point, about: x; range, span_of_estimates: both ends, included (15).
--  4 Windows (8). A ceiling of a count that began later than the earliest one bearing on
--    the metric is raised by the assumption p_window_METRIC, and falls if that is off.
--    Without such an assumption it stands as stated.
--  5 Readings of the same words are one statement (5): the widest of what they say. Where
--    several readings are left, each counts all there is: one about a part speaks for
--    the whole with both ends, one about a sister part leaves 0 for this one, one that
--    counts two parts is a floor only, and one about anything else says nothing. Where a
--    document states one reading and only others state the rest, the rest stands beside it
--    without a number: it leaves 0 where all of it is about sister parts, else the
--    statement says nothing (31).
--  6 When a statement speaks (4). A count that only grows: its floor from its last day
--    on, its ceiling up to its first day, and without a day never. Anything else: on its
--    own days, and without a day always. Readings together: on the days common to all.
--  7 One origin never contradicts itself (6). What goes back to one origin as of the same
--    days is one statement: the tightest of it, or, where that leaves no number, the
--    widest. An origin based on exactly one other counts as that one.
--  8 The range on a day: the highest floor and the lowest ceiling that speak; equal ones
--    bind together. It is told for the first day on which anything begins or ends, and
--    for each day up to the last of them on which a floor or ceiling begins to speak or
--    no longer does.
--  9 Stress. Without one origin: the range that the others leave. Relaxed: the widest of
--    these. The range hangs on the origins without which it is wider. Where a range is told
--    for more than 50 days, what stands without each origin is listed for the last alone.
-- 10 Conflicts: a floor and a ceiling that share a day and exclude each other. For each
--    the one of the other side that is furthest apart; among equals the first by name.
-- 11 Formulas (7). In the place of a claim stands what it says (3), whether or not it
--    counts; in that of an assumption its low and high end, of which both are the best
--    where that is all it has. An assumption without a number of its own, and a cross-check,
--    stand for their formula in brackets. x.low is the low end of x as a number, x.best the
--    number stated beside the ends, else the single number that x is; where there is no
--    such number, it is anything.
-- 12 Arithmetic. A result is everything that the operation gives for any two numbers of its
--    sides: its ends are found where their ends meet. An end that one of the two excludes is
--    excluded. 0 times anything is 0, and so is 0 divided by anything that is not 0.
--    Something divided by what grows without end comes near to 0 and never is 0; divided by
--    what comes near to 0, it grows without end. Divided by what lies on both sides of 0,
--    or is 0, it is anything. A number too large for a double is an open end.
-- 13 Verdicts. A cross-check rests on a claim that does not count (1) on either side: its
--    result is open. Else, without another side, it is a finding. A side open at both ends
--    is not comparable, nor are claims that hold for different periods (40). It holds where some number satisfies both sides; is strained where
--    they lie apart by no more than the tolerance, a share of the larger number; and fails
--    otherwise. It belongs to the core unless what either side names is, or goes back to, a
--    claim of a document beyond it, also by way of any assumption or cross-check (25).
--
-- "Tighter" is a higher floor or a lower ceiling; of two at one number, the one that
-- excludes it. Below, `loose` puts ends of either side in this order: tightest first.
-- A `question` is a metric in a collection; a `statement` is named by its first claim's
-- place in the table.

-- 1. Read the tables -------------------------------------------------------------------

SET VARIABLE folder = coalesce(getvariable('folder'), 'data');

-- One table of facts, every cell as text; an empty cell is NULL. For the facts in Parquet,
-- as the site publishes them, write read_parquet here and where formulas are read below,
-- without the settings of CSV, and everywhere .parquet for .csv.
CREATE OR REPLACE TEMP MACRO facts(name) AS TABLE
  SELECT *
  FROM read_csv(
    getvariable('folder') || '/' || name || '.csv',
    header = true, all_varchar = true, delim = ',', quote = '"', escape = '"'
  );

CREATE OR REPLACE TEMP TABLE metrics AS
  SELECT row_number() OVER () AS place, id, part_of, cumulative = 'yes' AS grows
  FROM facts('metrics');

CREATE OR REPLACE TEMP TABLE origins AS
  SELECT row_number() OVER () AS place, id, label, string_split(based_on, '|') AS based_on
  FROM facts('origins');

CREATE OR REPLACE TEMP TABLE assumptions AS
  SELECT
    id,
    "default" = 'off' AS is_off,
    coalesce(high, best, '0')::DOUBLE AS amount,
    coalesce(low, best, high) IS NOT NULL AS is_stated,
    low::DOUBLE AS low, best::DOUBLE AS best, high::DOUBLE AS high, derived_from
  FROM facts('assumptions');

-- A statement is one claim, or all readings of the same words.
CREATE OR REPLACE TEMP TABLE claims AS
  WITH
  cells AS (
    SELECT
      row_number() OVER () AS place,
      id, source, metric, origin, bound, modality, status, repeats, derived_from,
      low::DOUBLE AS low, best::DOUBLE AS best, high::DOUBLE AS high,
      coalesce(as_of_earliest, period_start)::DATE AS first_day,
      coalesce(as_of_latest, period_end)::DATE AS last_day,
      period_start || '/' || period_end AS period,
      counted_from::DATE AS counted_from,
      split_part(alternative, '/', 1) AS words,
      split_part(alternative, '/', 2) AS reading
    FROM facts('claims')
  ),
  chosen AS (
    SELECT source, words, min(place) AS statement
    FROM cells
    WHERE words IS NOT NULL
    GROUP BY source, words
  )
  SELECT cells.*, coalesce(statement, place) AS statement
  FROM cells LEFT JOIN chosen USING (source, words);

-- Which documents belong to which collection; "all" only where it differs from "core".
CREATE OR REPLACE TEMP TABLE collected AS
  WITH sources AS (SELECT id, collection FROM facts('sources'))
  SELECT 'core' AS collection, id AS source FROM sources WHERE collection = 'core'
  UNION ALL
  SELECT 'all', id FROM sources
  WHERE EXISTS (SELECT 1 FROM sources WHERE collection = 'further');

CREATE OR REPLACE TEMP TABLE questions AS
  SELECT
    row_number() OVER (ORDER BY collection = 'all', place) AS question,
    collection, id AS metric, grows
  FROM metrics, (SELECT DISTINCT collection FROM collected);

-- 2. Which claims count (1) ------------------------------------------------------------

-- Tables with formulas beside claims; that of cross-checks may be missing.
SET VARIABLE formula_files = (
  SELECT list(file) FROM (
    FROM glob(getvariable('folder') || '/assumptions.csv')
    UNION ALL
    FROM glob(getvariable('folder') || '/crosschecks.csv')
  )
);

CREATE OR REPLACE TEMP MACRO names_in(formula) AS
  regexp_extract_all(formula, '[a-z]_[a-z0-9_]+');

-- What does not count, and what rests on it.
CREATE OR REPLACE TEMP TABLE fallen AS
  WITH RECURSIVE
  formulas AS (
    SELECT id, derived_from AS formula FROM claims WHERE derived_from IS NOT NULL
    UNION ALL
    SELECT id, coalesce(*COLUMNS('^(derived_from|formula)$'))
    FROM read_csv(
      getvariable('formula_files'),
      header = true, all_varchar = true, delim = ',', quote = '"', escape = '"',
      union_by_name = true
    )
    WHERE id NOT IN (SELECT id FROM assumptions WHERE is_stated)
  ),
  -- Every id that a formula names.
  needs AS (
    SELECT id, unnest(names_in(formula)) AS needed FROM formulas
  ),
  falling AS (
    SELECT id FROM claims
    WHERE status <> 'active'
      OR repeats = 'distorted'
      OR reading IN (SELECT id FROM assumptions WHERE is_off)
    UNION
    SELECT needs.id FROM falling JOIN needs ON needs.needed = falling.id
  )
  FROM falling;

-- What a claim says (3); NULL is an open end.
CREATE OR REPLACE TEMP MACRO floor_of(bound, low, best) AS
  CASE bound
    WHEN 'at_most' THEN NULL
    WHEN 'less_than' THEN NULL
    WHEN 'nearly' THEN low
    WHEN 'order_of_magnitude' THEN coalesce(low, least(best / 10, best * 10))
    ELSE coalesce(low, best)
  END;
CREATE OR REPLACE TEMP MACRO ceiling_of(bound, best, high) AS
  CASE bound
    WHEN 'at_least' THEN NULL
    WHEN 'more_than' THEN NULL
    WHEN 'order_of_magnitude' THEN coalesce(high, greatest(best / 10, best * 10))
    ELSE coalesce(high, best)
  END;
CREATE OR REPLACE TEMP MACRO includes_floor(bound) AS bound <> 'more_than';
CREATE OR REPLACE TEMP MACRO includes_ceiling(bound) AS bound NOT IN ('less_than', 'nearly');

CREATE OR REPLACE TEMP TABLE counted AS
  WITH
  standing AS (
    SELECT *, modality IN ('planned', 'target', 'denied') AS is_no_state
    FROM claims ANTI JOIN fallen USING (id)
  ),
  -- Words of which a reading counts nothing.
  empty_words AS (
    SELECT statement FROM standing
    WHERE reading IS NOT NULL
    GROUP BY statement, reading
    HAVING bool_and(is_no_state)
  )
  SELECT
    place, statement, id, source, metric, origin, words, reading,
    counted_from, first_day, last_day,
    floor_of(bound, low, best) AS floor,
    includes_floor(bound) AS floor_inclusive,
    ceiling_of(bound, best, high) AS ceiling,
    includes_ceiling(bound) AS ceiling_inclusive
  FROM standing ANTI JOIN empty_words USING (statement)
  WHERE NOT is_no_state;

-- 3. Which claims bear on which question (2), within their windows (4) ------------------

-- What metrics are to each other.
CREATE OR REPLACE TEMP TABLE relations AS
  WITH RECURSIVE
  wholes AS (
    SELECT id AS metric, part_of AS whole FROM metrics WHERE part_of IS NOT NULL
    UNION
    SELECT wholes.metric, metrics.part_of
    FROM wholes JOIN metrics ON metrics.id = wholes.whole
    WHERE metrics.part_of IS NOT NULL
  ),
  kin AS (
    SELECT id AS metric, id AS other, 'self' AS relation FROM metrics
    UNION ALL
    SELECT whole, metric, 'part' FROM wholes
    UNION ALL
    SELECT metric, whole, 'whole' FROM wholes
  ),
  -- Parts of the same whole, neither of which is a part of the other.
  sisters AS (
    SELECT DISTINCT a.metric, b.metric AS other, 'sister' AS relation
    FROM wholes AS a JOIN wholes AS b USING (whole)
    ANTI JOIN kin ON kin.metric = a.metric AND kin.other = b.metric
  )
  FROM kin UNION ALL FROM sisters;

CREATE OR REPLACE TEMP TABLE bearing AS
  WITH
  -- Statements that bear on a question through any of their claims.
  heard AS (
    SELECT DISTINCT question, relations.metric, statement
    FROM claims
    JOIN collected USING (source)
    JOIN relations ON relations.other = claims.metric AND relation <> 'sister'
    JOIN questions ON questions.metric = relations.metric
      AND questions.collection = collected.collection
  ),
  related AS (
    SELECT
      question, heard.metric AS asked, counted.*, coalesce(relation, 'other') AS relation
    FROM heard
    JOIN counted USING (statement)
    LEFT JOIN relations
      ON relations.metric = heard.metric AND relations.other = counted.metric
  ),
  -- When the earliest count that bears on a question began, and what went before.
  windows AS (
    SELECT
      question,
      min(counted_from) AS opened,
      any_value(is_off) AS is_off,
      any_value(amount) AS before
    FROM related
    JOIN assumptions ON assumptions.id = regexp_replace(asked, '^m_', 'p_window_')
    GROUP BY question
  )
  SELECT
    related.* EXCLUDE (ceiling),
    CASE
      WHEN before IS NULL OR counted_from IS NULL OR counted_from <= opened THEN ceiling
      WHEN is_off THEN NULL
      ELSE ceiling + before
    END AS ceiling
  FROM related LEFT JOIN windows USING (question);

-- What each statement says of each question, an end a row (5), and when it speaks (6).
CREATE OR REPLACE TEMP TABLE statements AS
  WITH
  -- The readings that are left of some words, and what each of them counts.
  readings AS (
    SELECT
      question, statement, reading,
      count(DISTINCT metric) FILTER (relation IN ('self', 'part')) AS own_metrics,
      bool_or(relation = 'sister') AS is_about_sister,
      count(*) OVER (PARTITION BY question, statement) AS left_over
    FROM bearing
    WHERE reading IS NOT NULL
    GROUP BY question, statement, reading
  ),
  -- Documents of a collection that state a reading of some words, under the same name.
  stated AS (
    SELECT DISTINCT collection, source, words, reading, metric
    FROM claims JOIN collected USING (source)
    WHERE words IS NOT NULL
  ),
  -- Readings stated alone, and whether all others are about sister parts.
  lonely AS (
    SELECT
      question, alone.statement, alone.reading,
      coalesce(bool_and(coalesce(relation = 'sister', false)) FILTER (other.source IS NOT NULL), false)
        AS others_are_sisters
    FROM (
      SELECT DISTINCT question, statement, reading, source, words
      FROM bearing JOIN readings USING (question, statement, reading)
      WHERE left_over = 1
    ) AS alone
    JOIN questions USING (question)
    LEFT JOIN stated AS other
      ON other.collection = questions.collection
      AND other.words = alone.words
      AND other.reading <> alone.reading
    LEFT JOIN relations
      ON relations.metric = questions.metric AND relations.other = other.metric
    GROUP BY question, alone.statement, alone.reading
    HAVING count(*) FILTER (other.source = alone.source) = 0
  ),
  -- In which manner a claim speaks within its statement.
  speaking AS (
    SELECT
      bearing.*,
      others_are_sisters,
      CASE
        WHEN NOT others_are_sisters THEN 'elsewhere'
        WHEN coalesce(left_over, 1) = 1 AND others_are_sisters IS NULL THEN 'alone'
        WHEN own_metrics = 0 AND is_about_sister THEN 'none'
        WHEN own_metrics = 0 THEN 'elsewhere'
        WHEN relation NOT IN ('self', 'part') THEN 'aside'
        WHEN own_metrics = 1 THEN 'all'
        ELSE 'some'
      END AS manner
    FROM bearing
    LEFT JOIN readings USING (question, statement, reading)
    LEFT JOIN lonely USING (question, statement, reading)
  ),
  -- What the readings leave that stand beside a lonely one without a number.
  beside AS (
    SELECT question, statement, min_by(id, place) AS id
    FROM speaking
    WHERE others_are_sisters
    GROUP BY question, statement
  ),
  ends AS (
    SELECT
      question, statement, id, 'floor' AS side,
      CASE
        WHEN manner = 'none' THEN 0
        WHEN manner IN ('all', 'some') THEN floor
        WHEN manner = 'alone' AND relation IN ('self', 'part') THEN floor
      END AS value,
      0 - value AS loose,
      manner = 'none' OR floor_inclusive AS inclusive
    FROM speaking WHERE manner <> 'aside'
    UNION ALL
    SELECT
      question, statement, id, 'ceiling',
      CASE
        WHEN manner = 'none' THEN 0
        WHEN manner = 'all' THEN ceiling
        WHEN manner = 'alone' AND relation IN ('self', 'whole') THEN ceiling
      END AS value,
      value,
      manner = 'none' OR ceiling_inclusive
    FROM speaking WHERE manner <> 'aside'
    UNION ALL
    SELECT question, statement, id, 'floor', 0, 0, true FROM beside
    UNION ALL
    SELECT question, statement, id, 'ceiling', 0, 0, true FROM beside
  ),
  -- Of each side the widest; an open one is the widest of all.
  widest AS (
    SELECT * FROM ends
    QUALIFY rank() OVER (
      PARTITION BY question, statement, side ORDER BY loose DESC NULLS FIRST, inclusive DESC
    ) = 1
  ),
  dated AS (
    SELECT
      question, statement,
      min(place) AS place,
      min_by(origin, place) AS origin,
      count(*) AS members,
      any_value(grows) AS grows,
      CASE
        WHEN any_value(grows) THEN min(coalesce(first_day, last_day, '-infinity'))
        ELSE max(coalesce(first_day, '-infinity'))
      END AS earlier,
      CASE
        WHEN any_value(grows) THEN max(coalesce(last_day, first_day, 'infinity'))
        ELSE min(coalesce(last_day, 'infinity'))
      END AS later
    FROM bearing JOIN questions USING (question)
    GROUP BY question, statement
  ),
  together AS (
    SELECT
      question, statement, side,
      any_value(value) AS value, any_value(loose) AS loose, any_value(inclusive) AS inclusive,
      list(DISTINCT id) AS claims
    FROM widest
    GROUP BY question, statement, side
  )
  FROM together JOIN dated USING (question, statement);

-- 4. One statement per origin and days (7) ---------------------------------------------

-- Each origin and the act of estimation that it goes back to.
CREATE OR REPLACE TEMP TABLE roots AS
  WITH RECURSIVE
  ways AS (
    SELECT id AS origin, place, based_on FROM origins
    UNION
    SELECT ways.origin, origins.place, origins.based_on
    FROM ways JOIN origins ON origins.id = ways.based_on[1]
    WHERE len(ways.based_on) = 1
  )
  SELECT origin, place AS root FROM ways WHERE coalesce(len(based_on), 0) <> 1;

CREATE OR REPLACE TEMP TABLE bounds AS
  WITH
  -- Statements that bound anything, by root.
  voices AS (
    SELECT statements.* EXCLUDE (origin), root
    FROM statements JOIN roots USING (origin)
    SEMI JOIN (FROM statements WHERE value IS NOT NULL) AS bounding USING (question, statement)
  ),
  -- What all voices of one origin allow.
  tightest AS (
    SELECT * FROM voices
    WHERE value IS NOT NULL
    QUALIFY rank() OVER (
      PARTITION BY question, root, earlier, later, side ORDER BY loose, inclusive
    ) = 1
  ),
  contradicting AS (
    SELECT DISTINCT question, root, earlier, later
    FROM (FROM tightest WHERE side = 'floor') AS floors
    JOIN (FROM tightest WHERE side = 'ceiling') AS ceilings
      USING (question, root, earlier, later)
    WHERE floors.value > ceilings.value
      OR (floors.value = ceilings.value AND NOT (floors.inclusive AND ceilings.inclusive))
  ),
  -- The whole stretch between voices that contradict each other.
  whole_stretch AS (
    SELECT * FROM voices SEMI JOIN contradicting USING (question, root, earlier, later)
    QUALIFY rank() OVER (
      PARTITION BY question, root, earlier, later, side
      ORDER BY loose DESC NULLS FIRST, inclusive DESC
    ) = 1
  ),
  settled AS (
    FROM tightest ANTI JOIN contradicting USING (question, root, earlier, later)
    UNION ALL BY NAME
    FROM whole_stretch WHERE value IS NOT NULL
  ),
  -- All claims of the voices, also those that do not bind.
  choirs AS (
    SELECT question, root, earlier, later, min(place) AS place, sum(members) AS members
    FROM (SELECT DISTINCT question, root, earlier, later, statement, place, members FROM voices)
    GROUP BY question, root, earlier, later
  ),
  merged AS (
    SELECT
      question, root, earlier, later, side,
      any_value(value) AS value, any_value(loose) AS loose, any_value(inclusive) AS inclusive,
      array_to_string(list_sort(flatten(list(claims))), '|') AS claims,
      any_value(grows) AS grows
    FROM settled
    GROUP BY question, root, earlier, later, side
  ),
  -- The days on which each speaks (6); an infinite one is "always".
  lasting AS (
    SELECT
      merged.* EXCLUDE (grows), place, members,
      CASE
        WHEN NOT grows THEN earlier
        WHEN side = 'floor' THEN later
        ELSE '-infinity'
      END AS first_day,
      CASE
        WHEN NOT grows THEN later
        WHEN side = 'ceiling' THEN earlier
        ELSE 'infinity'
      END AS last_day
    FROM merged JOIN choirs USING (question, root, earlier, later)
  )
  SELECT
    *,
    -- the tightest is 1; of equal ones the first by name
    row_number() OVER (PARTITION BY question, side ORDER BY loose, inclusive, claims) AS rank
  FROM lasting
  WHERE first_day <= last_day AND first_day < 'infinity' AND last_day > '-infinity';

-- 5. The days on which a range is told (8) ---------------------------------------------

-- Numbered from 0 for each question; where nothing is dated there is one day without a
-- name. `last_day` is the last on which a bound begins or ends: what holds on it holds
-- since the last of the numbered days.
CREATE OR REPLACE TEMP TABLE days AS
  WITH
  named AS (
    SELECT question, first_day AS day, first_day AS turn FROM bounds
    UNION
    SELECT question, last_day, CASE WHEN isfinite(last_day) THEN last_day + 1 END FROM bounds
  ),
  spans AS (
    SELECT
      question,
      coalesce(min(day) FILTER (isfinite(day)), '-infinity') AS first_day,
      coalesce(max(day) FILTER (isfinite(day)), '-infinity') AS last_day
    FROM named
    GROUP BY question
  ),
  turns AS (
    SELECT question, last_day, first_day AS day FROM spans
    UNION
    SELECT question, last_day, turn
    FROM named JOIN spans USING (question)
    WHERE turn BETWEEN first_day AND last_day
  )
  SELECT
    question, day, last_day,
    row_number() OVER (PARTITION BY question ORDER BY day) - 1 AS nth,
    count(*) OVER (PARTITION BY question) AS days
  FROM turns;

-- The bounds with the first and the last of these days on which they speak.
CREATE OR REPLACE TEMP TABLE speaking AS
  SELECT
    bounds.question, bounds.side, bounds.rank, bounds.root, bounds.earlier, bounds.later,
    bounds.members,
    coalesce(begins.nth, 0) AS since,
    coalesce(ends.nth, lasts.days) - 1 AS until
  FROM bounds
  JOIN (SELECT DISTINCT question, days FROM days) AS lasts USING (question)
  LEFT JOIN days AS begins
    ON begins.question = bounds.question AND begins.day = bounds.first_day
  LEFT JOIN days AS ends
    ON ends.question = bounds.question
    AND ends.day = CASE WHEN isfinite(bounds.last_day) THEN bounds.last_day + 1 END;

-- 6. The range on each day, and what it hangs on (8, 9) --------------------------------

-- To join every bound with every day on which it speaks would take the square of the
-- claims. Instead stretches of 1, 2, 4, 8 … days are laid over the numbered days, end to
-- end. Any run of days is made up of at most two stretches of each size, and a day lies
-- in one stretch of each size: so runs and days meet in stretches, by equality.
CREATE OR REPLACE TEMP TABLE sizes AS
  SELECT unnest(range(0, 1 + ceil(log2(greatest(max(days), 1)))::BIGINT)) AS size FROM days;

-- Of the stretches of one size (its logarithm), the first that begins no earlier than a
-- run of days, and the first that ends later than it. What lies between them is in the
-- run; where the one or the one before the other has no twin in there, it is laid down.
CREATE OR REPLACE TEMP MACRO first_within(since, size) AS (since + (1 << size) - 1) >> size;
CREATE OR REPLACE TEMP MACRO first_beyond(until, size) AS (until + 1) >> size;

-- The two tightest bounds of different origins on each day and side: the range, and what
-- is left of it without the first origin.
CREATE OR REPLACE TEMP TABLE day_ends AS
  WITH
  in_runs AS (
    SELECT question, side, since, until, root, min(rank) AS rank
    FROM speaking
    GROUP BY question, side, since, until, root
    QUALIFY row_number() OVER (
      PARTITION BY question, side, since, until ORDER BY min(rank)
    ) <= 2
  ),
  laid AS (
    SELECT
      question, side, root, rank, size,
      first_within(since, size) AS low, first_beyond(until, size) AS high
    FROM in_runs, sizes
    WHERE low < high
  ),
  in_stretches AS (
    SELECT question, side, root, rank, size, low AS stretch FROM laid WHERE low % 2 = 1
    UNION ALL
    SELECT question, side, root, rank, size, high - 1 FROM laid WHERE high % 2 = 1
  ),
  of_stretches AS (
    SELECT question, side, size, stretch, root, min(rank) AS rank
    FROM in_stretches
    GROUP BY question, side, size, stretch, root
    QUALIFY row_number() OVER (
      PARTITION BY question, side, size, stretch ORDER BY min(rank)
    ) <= 2
  ),
  -- Computed before they meet: joined by what is still to be computed, each day would meet
  -- all stretches of its question. No run is longer than its question has days.
  in_days AS MATERIALIZED (
    SELECT question, nth, size, nth >> size AS stretch FROM days, sizes WHERE 1 << size <= days
  ),
  of_days AS MATERIALIZED (
    SELECT question, side, nth, root, rank
    FROM in_days JOIN of_stretches USING (question, size, stretch)
  ),
  firsts AS (
    SELECT question, side, nth, min(rank) AS rank, min_by(root, rank) AS root
    FROM of_days
    GROUP BY question, side, nth
  ),
  nexts AS (
    SELECT question, side, nth, min(of_days.rank) AS rank
    FROM of_days JOIN firsts USING (question, side, nth)
    WHERE of_days.root <> firsts.root
    GROUP BY question, side, nth
  )
  SELECT
    firsts.*,
    bounds.value, bounds.inclusive,
    next_bounds.value AS next_value, next_bounds.inclusive AS next_inclusive
  FROM firsts
  JOIN bounds USING (question, side, rank)
  LEFT JOIN nexts USING (question, side, nth)
  LEFT JOIN bounds AS next_bounds
    ON next_bounds.question = nexts.question
    AND next_bounds.side = nexts.side
    AND next_bounds.rank = nexts.rank;

-- All claims that bind on a day: those of every bound that is as tight as the tightest.
CREATE OR REPLACE TEMP TABLE binding AS
  SELECT
    day_ends.question, day_ends.side, nth,
    array_to_string(list_sort(flatten(list(string_split(claims, '|')))), '|') AS claims
  FROM day_ends
  JOIN bounds
    ON bounds.question = day_ends.question
    AND bounds.side = day_ends.side
    AND bounds.value = day_ends.value
    AND bounds.inclusive = day_ends.inclusive
  JOIN speaking
    ON speaking.question = bounds.question
    AND speaking.side = bounds.side
    AND speaking.rank = bounds.rank
    AND nth BETWEEN since AND until
  GROUP BY day_ends.question, day_ends.side, nth;

-- How many claims and origins speak on each day: each begins and ceases a few times.
CREATE OR REPLACE TEMP TABLE voices AS
  WITH
  -- A statement counts with all of its claims, an origin as one. UNION drops what is there
  -- twice, so that the order below has no ties.
  counting AS (
    SELECT question, 'claims' AS kind, root, earlier, later, members, since, until
    FROM speaking
    UNION
    SELECT question, 'origins', root, NULL, NULL, 1, since, until FROM speaking
  ),
  -- Runs of days of one voice that overlap are one run.
  reached AS (
    SELECT
      *,
      max(until) OVER (
        PARTITION BY question, kind, root, earlier, later ORDER BY since, until
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS until_before
    FROM counting
  ),
  numbered AS (
    SELECT
      *,
      count(*) FILTER (until_before IS NULL OR since > until_before) OVER (
        PARTITION BY question, kind, root, earlier, later ORDER BY since, until
        ROWS UNBOUNDED PRECEDING
      ) AS run
    FROM reached
  ),
  runs AS (
    SELECT
      question, kind, any_value(members) AS members, min(since) AS since, max(until) AS until
    FROM numbered
    GROUP BY question, kind, root, earlier, later, run
  ),
  changes AS (
    SELECT question, kind, since AS nth, members AS change FROM runs
    UNION ALL
    SELECT question, kind, until + 1, -members FROM runs
    UNION ALL
    SELECT question, 'none', nth, 0 FROM days
  ),
  totals AS (
    SELECT
      question, nth,
      coalesce(sum(change) FILTER (kind = 'claims'), 0) AS claims,
      coalesce(sum(change) FILTER (kind = 'origins'), 0) AS origins
    FROM changes
    GROUP BY question, nth
  )
  SELECT
    question, nth, sum(claims) OVER up_to AS claims, sum(origins) OVER up_to AS origins
  FROM totals
  WINDOW up_to AS (PARTITION BY question ORDER BY nth ROWS UNBOUNDED PRECEDING);

-- 7. Conflicts (10) --------------------------------------------------------------------

CREATE OR REPLACE TEMP TABLE conflicts AS
  WITH RECURSIVE
  -- The tightest bound of the days of each stretch: the tighter of its two halves.
  of_stretches AS (
    SELECT question, side, 0::BIGINT AS size, nth AS stretch, rank FROM day_ends
    UNION ALL
    SELECT question, side, any_value(size) + 1, stretch >> 1, min(rank)
    FROM of_stretches
    WHERE size < (SELECT max(size) FROM sizes)
    GROUP BY question, side, stretch >> 1
  ),
  -- Every run of days on which a floor speaks meets ceilings, and the other way round.
  runs AS (
    SELECT DISTINCT
      question, side, since, until,
      CASE side WHEN 'floor' THEN 'ceiling' ELSE 'floor' END AS other_side
    FROM speaking
  ),
  laid AS (
    SELECT *, first_within(since, size) AS low, first_beyond(until, size) AS high
    FROM runs, sizes
    WHERE low < high
  ),
  in_stretches AS (
    SELECT *, low AS stretch FROM laid WHERE low % 2 = 1
    UNION ALL
    SELECT *, high - 1 FROM laid WHERE high % 2 = 1
  ),
  met AS (
    SELECT
      runs.question, runs.side, other_side, since, until, min(rank) AS other_rank
    FROM in_stretches AS runs
    JOIN of_stretches
      ON of_stretches.question = runs.question
      AND of_stretches.side = runs.other_side
      AND of_stretches.size = runs.size
      AND of_stretches.stretch = runs.stretch
    GROUP BY runs.question, runs.side, other_side, since, until
  ),
  pairs AS (
    SELECT
      question, side,
      CASE side WHEN 'floor' THEN rank ELSE other_rank END AS floor_rank,
      CASE side WHEN 'floor' THEN other_rank ELSE rank END AS ceiling_rank
    FROM speaking JOIN met USING (question, side, since, until)
  ),
  -- Joined before the ceilings: else every floor would meet every ceiling of its question.
  floors AS MATERIALIZED (
    SELECT pairs.question, ceiling_rank, claims, value, inclusive
    FROM pairs
    JOIN bounds
      ON bounds.question = pairs.question
      AND bounds.side = 'floor'
      AND bounds.rank = floor_rank
  )
  SELECT DISTINCT
    floors.question,
    floors.claims AS low_claim,
    ceilings.claims AS high_claim,
    floors.value - ceilings.value AS gap
  FROM floors
  JOIN bounds AS ceilings
    ON ceilings.question = floors.question
    AND ceilings.side = 'ceiling'
    AND ceilings.rank = ceiling_rank
  WHERE floors.value > ceilings.value
    OR (floors.value = ceilings.value AND NOT (floors.inclusive AND ceilings.inclusive));

-- 8. The published tables --------------------------------------------------------------

-- By how much a floor lies above a ceiling; NULL where some number satisfies both.
CREATE OR REPLACE TEMP MACRO gap_of(low, low_inclusive, high, high_inclusive) AS
  CASE
    WHEN low > high OR (low = high AND NOT (low_inclusive AND high_inclusive)) THEN low - high
  END;

CREATE OR REPLACE TEMP TABLE published_estimates AS
  WITH
  -- The ends of each day, with the origin without which an end would lie further out.
  ends AS (
    SELECT
      question, side, nth, value, inclusive, next_value, claims,
      CASE
        WHEN value IS DISTINCT FROM next_value OR inclusive IS DISTINCT FROM next_inclusive
          THEN id
      END AS hangs_on
    FROM day_ends
    JOIN binding USING (question, side, nth)
    JOIN origins ON origins.place = root
  )
  SELECT
    metric,
    CASE WHEN isfinite(day) THEN day END AS as_of,
    collection,
    floor.value AS low,
    floor.inclusive AS low_inclusive,
    ceiling.value AS high,
    ceiling.inclusive AS high_inclusive,
    floor.claims AS low_claims,
    ceiling.claims AS high_claims,
    voices.claims::INTEGER AS claims,
    voices.origins::INTEGER AS origins,
    floor.next_value AS relaxed_low,
    ceiling.next_value AS relaxed_high,
    nullif(
      array_to_string(list_sort(list_distinct([floor.hangs_on, ceiling.hangs_on])), '|'), ''
    ) AS hangs_on,
    gap_of(floor.value, floor.inclusive, ceiling.value, ceiling.inclusive) AS gap
  FROM days
  JOIN questions USING (question)
  JOIN voices USING (question, nth)
  LEFT JOIN (FROM ends WHERE side = 'floor') AS floor USING (question, nth)
  LEFT JOIN (FROM ends WHERE side = 'ceiling') AS ceiling USING (question, nth)
  ORDER BY question, nth;

-- The days of which is listed what rests on what: all, or the last where there are many.
CREATE OR REPLACE TEMP TABLE listed_days AS
  SELECT question, day, nth FROM days WHERE days <= 50 OR nth = days - 1;

-- For each origin that speaks on a day.
CREATE OR REPLACE TEMP TABLE published_without AS
  WITH
  voices_then AS (
    SELECT DISTINCT question, day, nth, root
    FROM listed_days JOIN speaking USING (question)
    WHERE nth BETWEEN since AND until
  )
  SELECT
    metric,
    CASE WHEN isfinite(day) THEN day END AS as_of,
    collection,
    origins.id AS origin,
    label AS origin_label,
    CASE WHEN floor.root = voices_then.root THEN floor.next_value
      ELSE floor.value END AS low,
    CASE WHEN floor.root = voices_then.root THEN floor.next_inclusive
      ELSE floor.inclusive END AS low_inclusive,
    CASE WHEN ceiling.root = voices_then.root THEN ceiling.next_value
      ELSE ceiling.value END AS high,
    CASE WHEN ceiling.root = voices_then.root THEN ceiling.next_inclusive
      ELSE ceiling.inclusive END AS high_inclusive,
    gap_of(low, low_inclusive, high, high_inclusive) AS gap
  FROM voices_then
  JOIN questions USING (question)
  JOIN origins ON origins.place = voices_then.root
  LEFT JOIN (FROM day_ends WHERE side = 'floor') AS floor USING (question, nth)
  LEFT JOIN (FROM day_ends WHERE side = 'ceiling') AS ceiling USING (question, nth)
  ORDER BY question, nth, origin;

CREATE OR REPLACE TEMP TABLE published_bounds AS
  SELECT
    metric, collection,
    origins.id AS origin,
    label AS origin_label,
    side, value, inclusive, claims,
    CASE WHEN isfinite(first_day) THEN first_day END AS "from",
    CASE WHEN isfinite(last_day) THEN last_day END AS "to"
  FROM bounds
  JOIN questions USING (question)
  JOIN origins ON origins.place = root
  ORDER BY question, bounds.place, side DESC;

CREATE OR REPLACE TEMP TABLE published_conflicts AS
  SELECT metric, collection, low_claim, high_claim, gap
  FROM conflicts JOIN questions USING (question)
  ORDER BY question, gap DESC, low_claim, high_claim;

FROM published_estimates;
FROM published_without;
FROM published_bounds;
FROM published_conflicts;

-- 9. Cross-checks (11, 12, 13) ---------------------------------------------------------

-- The table may be missing.
SET VARIABLE ask_crosschecks = (
  SELECT if(
    count(*) > 0,
    'FROM facts(''crosschecks'')',
    'SELECT NULL AS id, NULL AS formula, NULL AS against, NULL AS tolerance LIMIT 0'
  )
  FROM glob(getvariable('folder') || '/crosschecks.csv')
);

CREATE OR REPLACE TEMP TABLE crosschecks AS
  SELECT
    row_number() OVER () AS place,
    id::VARCHAR AS id, formula::VARCHAR AS formula, against::VARCHAR AS against,
    tolerance::DOUBLE AS tolerance
  FROM query(getvariable('ask_crosschecks'));

-- An interval as text: [2.0;6.0] with its ends, ]2.0;6.0[ without them, [2.0;inf[ where
-- nothing bounds it from above. DuckDB writes as many digits as make the same number again.
CREATE OR REPLACE TEMP MACRO write_interval(low, low_included, high, high_included) AS
  CASE WHEN isfinite(low) THEN if(low_included, '[', ']') || low ELSE ']-inf' END
  || ';'
  || CASE WHEN isfinite(high) THEN high || if(high_included, ']', '[') ELSE 'inf[' END;

CREATE OR REPLACE TEMP MACRO read_interval(written) AS {
  low: {value: regexp_extract(written, '([^][]+);', 1)::DOUBLE, included: written[1] = '['},
  high: {value: regexp_extract(written, ';([^][]+)', 1)::DOUBLE, included: written[-1] = ']'}
};

-- One number; where there is none, anything.
CREATE OR REPLACE TEMP MACRO write_number(number) AS write_interval(number, true, number, true);

-- Both sides of each cross-check as a line of arithmetic: in the place of every id and
-- number stands an interval (11).
CREATE OR REPLACE TEMP TABLE lines AS
  WITH RECURSIVE
  formulas AS (
    SELECT 'result' AS side, id, formula FROM crosschecks
    UNION ALL
    SELECT 'against', id, against FROM crosschecks WHERE against IS NOT NULL
    UNION ALL
    SELECT 'named', id, '(' || formula || ')' FROM crosschecks
    UNION ALL
    SELECT 'named', id, '(' || derived_from || ')'
    FROM assumptions
    WHERE derived_from IS NOT NULL AND NOT is_stated
  ),
  split AS (
    SELECT
      side, id,
      regexp_extract_all(
        formula,
        '[a-z]_[a-z0-9_]+(?:[.](?:low|best|high))?|[0-9]+(?:[.][0-9]+)?|[-+*/()]'
      ) AS tokens
    FROM formulas
  ),
  tokens AS (
    SELECT
      side, id, unnest(tokens) AS token, generate_subscripts(tokens, 1) AS nth,
      len(tokens) AS last
    FROM split
  ),
  -- In the place of an id with a formula stand the tokens of that; .low comes after them.
  placed AS (
    SELECT side, id, [nth] AS place, token FROM tokens WHERE side <> 'named'
    UNION ALL
    SELECT
      placed.side, placed.id, list_append(place, nth),
      tokens.token || if(nth = last, regexp_extract(placed.token, '[.].*'), '')
    FROM placed
    JOIN tokens ON tokens.side = 'named' AND tokens.id = split_part(placed.token, '.', 1)
  ),
  -- What all other ids say.
  stated AS (
    SELECT
      id, best,
      floor_of(bound, low, best) AS low, includes_floor(bound) AS low_included,
      ceiling_of(bound, best, high) AS high, includes_ceiling(bound) AS high_included
    FROM claims
    UNION ALL
    SELECT id, best, coalesce(low, best), true, coalesce(high, best), true
    FROM assumptions
    WHERE derived_from IS NULL OR is_stated
  ),
  written AS (
    SELECT
      side, placed.id, place,
      CASE
        WHEN token ~ '[0-9].*' THEN write_number(token::DOUBLE)
        WHEN stated.id IS NULL THEN token
        WHEN token LIKE '%.low' THEN write_number(low)
        WHEN token LIKE '%.high' THEN write_number(high)
        WHEN token LIKE '%.best' THEN write_number(coalesce(best, if(low = high, low, NULL)))
        ELSE write_interval(low, low_included, high, high_included)
      END AS token
    FROM placed
    LEFT JOIN stated ON stated.id = split_part(token, '.', 1)
    ANTI JOIN (FROM formulas WHERE side = 'named') AS named
      ON named.id = split_part(token, '.', 1)
  )
  SELECT side, id, string_agg(token, '' ORDER BY place) AS line
  FROM written
  GROUP BY side, id;

-- What can be worked out of a line, as with a pencil: an interval alone in brackets, a
-- product or quotient at the head of its term, a sum or difference at the head of its
-- brackets. Each pattern has what stands before, an interval, the operator, another
-- interval, and what stands after; `I` is an interval.
CREATE OR REPLACE TEMP MACRO with_intervals(pattern) AS
  replace(pattern, 'I', '[][][^][;()]+;[^][;()]+[][]');
SET VARIABLE bracketed = with_intervals('()[(](I)[)]((?:[.](?:low|best|high))?)()()');
SET VARIABLE multiplied = with_intervals('(^|[-+(])(I)([*/])(I)()');
SET VARIABLE added = with_intervals('(^|[(])(I)([-+])(I)($|[-+)])');

-- What two ends give (12).
CREATE OR REPLACE TEMP MACRO plus(x, y) AS
  {value: x.value + y.value, included: x.included AND y.included};
CREATE OR REPLACE TEMP MACRO minus(x, y) AS
  {value: x.value - y.value, included: x.included AND y.included};
CREATE OR REPLACE TEMP MACRO times(x, y) AS
  CASE
    WHEN x.value = 0 THEN x
    WHEN y.value = 0 THEN y
    ELSE {value: x.value * y.value, included: x.included AND y.included}
  END;
-- The divisor is negative, or positive, as a whole; 0 may be its end.
CREATE OR REPLACE TEMP MACRO over(x, y, divisor) AS
  CASE
    WHEN x.value = 0 THEN x
    WHEN isinf(y.value) THEN {value: 0::DOUBLE, included: false}
    WHEN y.value = 0
      THEN {value: x.value * if(divisor.low.value < 0, '-inf', 'inf')::DOUBLE, included: false}
    ELSE {value: x.value / y.value, included: x.included AND y.included}
  END;
CREATE OR REPLACE TEMP MACRO anything() AS
  [{value: '-inf'::DOUBLE, included: false}, {value: 'inf'::DOUBLE, included: false}];
CREATE OR REPLACE TEMP MACRO just(x) AS [{value: x.value, included: true}];

-- Each line and what follows from it step by step, down to one interval.
CREATE OR REPLACE TEMP TABLE steps AS
  WITH RECURSIVE
  worked AS (
    SELECT side, id, 0 AS step, line FROM lines
    UNION ALL
    SELECT
      side, id, step + 1,
      regexp_replace(line, pattern, '\1' || write_interval(
        low, list_contains(ends, {value: low, included: true}),
        high, list_contains(ends, {value: high, included: true})
      ) || '\5')
    FROM (
      SELECT
        *,
        list_min([x.value FOR x IN ends]) AS low,
        list_max([x.value FOR x IN ends]) AS high
      FROM (
        SELECT
          *,
          CASE
            WHEN operator = '' THEN [a.low, a.high]
            WHEN operator = '.low' AND isfinite(a.low.value) THEN just(a.low)
            WHEN operator = '.high' AND isfinite(a.high.value) THEN just(a.high)
            WHEN operator = '.best' AND a.low.value = a.high.value THEN just(a.low)
            WHEN operator = '+' THEN [plus(a.low, b.low), plus(a.high, b.high)]
            WHEN operator = '-' THEN [minus(a.low, b.high), minus(a.high, b.low)]
            WHEN operator = '*' THEN [
              times(a.low, b.low), times(a.low, b.high),
              times(a.high, b.low), times(a.high, b.high)
            ]
            WHEN operator = '/' AND b.low.value < 0 AND b.high.value > 0 THEN anything()
            WHEN operator = '/' AND b.low.value = 0 AND b.high.value = 0 THEN anything()
            WHEN operator = '/' THEN [
              over(a.low, b.low, b), over(a.low, b.high, b),
              over(a.high, b.low, b), over(a.high, b.high, b)
            ]
            ELSE anything()
          END AS ends
        FROM (
          SELECT
            *,
            read_interval(regexp_extract(line, pattern, 2)) AS a,
            regexp_extract(line, pattern, 3) AS operator,
            read_interval(nullif(regexp_extract(line, pattern, 4), '')) AS b
          FROM (
            SELECT
              *,
              CASE
                WHEN regexp_matches(line, getvariable('bracketed')) THEN getvariable('bracketed')
                WHEN regexp_matches(line, getvariable('multiplied')) THEN getvariable('multiplied')
                WHEN regexp_matches(line, getvariable('added')) THEN getvariable('added')
              END AS pattern
            FROM worked
          )
          WHERE pattern IS NOT NULL
        )
      )
    )
  )
  FROM worked;

-- Whether no number satisfies a floor and a ceiling; an open end excludes none.
CREATE OR REPLACE TEMP MACRO exclude(floor, ceiling) AS coalesce(
  floor.value > ceiling.value
    OR (floor.value = ceiling.value AND NOT (floor.included AND ceiling.included)),
  false
);

-- By which share of the larger number a floor lies above a ceiling; 0 where it does not.
CREATE OR REPLACE TEMP MACRO share_apart(floor, ceiling) AS
  CASE
    WHEN floor.value > ceiling.value
      THEN (floor.value - ceiling.value) / greatest(abs(floor.value), abs(ceiling.value))
    ELSE 0
  END;

CREATE OR REPLACE TEMP TABLE published_crosschecks AS
  WITH RECURSIVE
  named AS (
    SELECT id, unnest(names_in(formula)) AS name FROM crosschecks
    UNION ALL
    SELECT id, unnest(names_in(against)) FROM crosschecks
    UNION ALL
    SELECT id, unnest(names_in(derived_from)) FROM assumptions
  ),
  -- Claims of documents beyond the core, and what rests on them.
  beyond AS (
    SELECT id FROM claims ANTI JOIN (FROM collected WHERE collection = 'core') USING (source)
    UNION
    SELECT named.id FROM beyond JOIN named ON name = beyond.id
  ),
  -- What either side rests on, where assumptions and cross-checks stand for formulas.
  under AS (
    SELECT id, unnest(names_in(formula)) AS name FROM crosschecks
    UNION
    SELECT id, unnest(names_in(against)) FROM crosschecks
    UNION
    SELECT under.id, unnest(names_in(inner_formula))
    FROM under
    JOIN (
      SELECT id AS name, formula AS inner_formula FROM crosschecks
      UNION ALL
      SELECT id, derived_from FROM assumptions WHERE NOT is_stated
    ) USING (name)
  ),
  grounds AS (
    SELECT
      id,
      (
        SELECT count(DISTINCT period) FROM under JOIN claims ON claims.id = name
        WHERE under.id = crosschecks.id
      ) AS periods,
      id IN (FROM beyond) AS is_beyond,
      id IN (SELECT named.id FROM named JOIN fallen ON name = fallen.id) AS has_fallen
    FROM crosschecks
  ),
  ends AS (
    SELECT
      side, id,
      if(isfinite(a.low.value), a.low, NULL) AS low,
      if(isfinite(a.high.value), a.high, NULL) AS high
    FROM (
      SELECT side, id, read_interval(arg_max(line, step)) AS a FROM steps GROUP BY side, id
    )
  ),
  sides AS (
    SELECT
      place, id, against IS NOT NULL AS is_compared, tolerance, periods, is_beyond, has_fallen,
      if(has_fallen, NULL, result.low) AS low,
      if(has_fallen, NULL, result.high) AS high,
      other.low AS other_low,
      other.high AS other_high
    FROM crosschecks
    JOIN grounds USING (id)
    JOIN (FROM ends WHERE side = 'result') AS result USING (id)
    LEFT JOIN (FROM ends WHERE side = 'against') AS other USING (id)
  )
  SELECT
    id AS crosscheck,
    low.value AS low,
    low.included AS low_inclusive,
    high.value AS high,
    high.included AS high_inclusive,
    other_low.value AS against_low,
    other_high.value AS against_high,
    CASE
      WHEN has_fallen THEN 'rests on a claim that does not count'
      WHEN NOT is_compared THEN 'finding'
      WHEN coalesce(low, high) IS NULL OR coalesce(other_low, other_high) IS NULL
        THEN 'not comparable'
      WHEN periods > 1 THEN 'not comparable'
      WHEN NOT (
        exclude(low, high) OR exclude(low, other_high)
        OR exclude(other_low, high) OR exclude(other_low, other_high)
      ) THEN 'holds'
      WHEN tolerance > 0
        AND greatest(share_apart(low, other_high), share_apart(other_low, high)) <= tolerance
        THEN 'strained'
      ELSE 'fails'
    END AS verdict,
    if(is_beyond, 'all', 'core') AS collection
  FROM sides
  ORDER BY place;

FROM published_crosschecks;
