-- Cross-checks: arithmetic on the numbers as they are printed. After eligible.sql.
--
-- 1 In the place of a claim stands what it prints, whether or not it counts: "about x" is x, and
--   "nearly x" only says where the number ends. In that of an assumption stand its low and high
--   end, of which both are the best where that is all it has; an assumption without a number of
--   its own, and a cross-check, stand for their formula in brackets. x.low is the low end of x as
--   a number, x.best the number stated beside the ends, else the single number that x is; where
--   there is no such number, it is anything.
-- 2 A result is everything that the operation gives for any two numbers of its sides: its ends
--   are found where their ends meet. An end that one of the two excludes is excluded. 0 times
--   anything is 0, and so is 0 divided by anything that is not 0. Something divided by what grows
--   without end comes near to 0 and never is 0; divided by what comes near to 0, it grows without
--   end. Divided by what lies on both sides of 0, or is 0, it is anything. A number too large for
--   a double is an open end.
-- 3 Verdicts. A cross-check rests on a claim that does not count on either side: its result is
--   open. Else, without another side, it is a finding. A side open at both ends is not
--   comparable, nor are claims that hold for different periods. It holds where some number
--   satisfies both sides; is strained where they lie apart by no more than the tolerance, a share
--   of the larger number; and fails otherwise. It belongs to the core unless it rests on a
--   document beyond it.
--
-- There is no parser: each formula is a line of text in which one step after another replaces an
-- interval in brackets, a product or a sum by its result. FROM steps shows all of the working.

-- What a claim prints; NULL is an open end.
CREATE OR REPLACE TEMP MACRO floor_printed(bound, low, best) AS CASE
  WHEN bound = 'about' THEN coalesce(low, best)
  WHEN bound = 'nearly' THEN low
  ELSE floor_said(bound, low, best, NULL)
END;
CREATE OR REPLACE TEMP MACRO ceiling_printed(bound, best, high) AS CASE
  WHEN bound = 'about' THEN coalesce(high, best)
  ELSE ceiling_said(bound, best, high)
END;

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
-- number stands an interval.
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
      floor_printed(bound, low, best) AS low, includes_floor(bound, excludes_low) AS low_included,
      ceiling_printed(bound, best, high) AS high,
      includes_ceiling(bound, excludes_high) AS high_included
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

-- What two ends give.
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

CREATE OR REPLACE TEMP TABLE published_crosscheck_results AS
  WITH RECURSIVE
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
        SELECT count(DISTINCT period_start || '/' || period_end)
        FROM under JOIN claims ON claims.id = name
        WHERE under.id = crosschecks.id
      ) AS periods,
      id IN (FROM beyond) AS is_beyond,
      id IN (
        SELECT under.id FROM under JOIN fallen ON name = fallen.id
        WHERE collection = 'all'
      ) AS has_fallen
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
