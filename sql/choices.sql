-- Contested Counts, under other choices
--
-- An estimate rests on choices: which reading of an ambiguous sentence, what went before a
-- later counting window, whether one kind is all there is, whose figures count. The site
-- publishes in multiverse.csv what each estimate becomes under combinations of them, and in
-- tornado.csv what it becomes when one is made otherwise. This script takes the choices from
-- these two tables, and from nowhere else: their columns metric, collection, options (choice
-- and option in tornado.csv). It changes the tables of data/ as each setting says and writes
-- them out, so that sql/reconcile.sql computes them as it computes any tables, and
-- sql/ranges.sql reads the ranges off. In the shell of DuckDB 1.5, from the folder that
-- holds data/, after the site is built:
--
--   .shell mkdir -p changed
--   .mode csv
--   .output /dev/null
--   .read sql/choices.sql
--   .read sql/reconcile.sql
--   .output
--   .read sql/ranges.sql
--
-- For tables elsewhere, SET VARIABLE folder, asked (of multiverse.csv and tornado.csv) or
-- changed (for what is written) before. To ask for choices of your own, write their rows
-- into a multiverse.csv and a tornado.csv, which may be without rows.
--
-- What an option means, from docs/methodology.md and docs/decisions/0035
--
--  a A reading of some words (p_reading_X): it alone is right. It is on, and what else the
--    assumptions offer as a reading of these words is off. A name that is a reading of
--    several sets of words is one of all of them; the site asks for one set at a time, and
--    the two differ where the other readings do.
--  b A window (p_window_METRIC): what went before a later counting window is as assumed.
--    With _off behind it, nobody knows, and the ceiling falls.
--  c A kind (all_152): all there is, is of this kind. What counts the kind counts the whole
--    that is asked about, in all documents that state these words; the other kinds are set
--    aside.
--  d capacity_out: what is only possible, such as what containers could hold, is set aside.
--  e parties_out: what speakers of Russia, Ukraine and North Korea say is set aside.
--  f rounding_on: "about" a number is everything that rounds to it, half a unit of its last
--    digit that is not 0 either way. What is stated as a low and a high end is widened
--    likewise where a number stands beside them.
--  g documents_core: the core articles speak alone.
--  h What ends with _as_published, _mix or _open changes nothing. Any other option that is
--    not named above ends the script.
--
-- What is set aside does not count, and neither does what is derived from it.
--
-- A *setting* is one way to make all choices; it is asked for many quantities at once, but
-- for one alone where a kind is all of that quantity. Each setting has the tables to itself:
-- claims, metrics, assumptions and words have its number behind their names. So they can
-- all stand in one folder, and nothing of one setting meets anything of another.

-- 1. Read what is asked, and the tables ------------------------------------------------

SET VARIABLE folder = coalesce(getvariable('folder'), 'data');
SET VARIABLE asked = coalesce(getvariable('asked'), 'dist/data');
SET VARIABLE changed = coalesce(getvariable('changed'), 'changed');

-- Every cell as text; an empty one is NULL.
CREATE OR REPLACE TEMP MACRO cells(file) AS TABLE
  SELECT * FROM read_csv(
    file, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"'
  );

CREATE OR REPLACE TEMP TABLE stated_claims AS
  SELECT
    row_number() OVER () AS place, *,
    split_part(alternative, '/', 1) AS words,
    split_part(alternative, '/', 2) AS reading
  FROM cells(getvariable('folder') || '/claims.csv');

-- Assumptions, and cross-checks as assumptions without a value, which they are to what is
-- derived from them. The table of cross-checks may be missing.
SET VARIABLE formula_files = (
  SELECT list(file) FROM (
    FROM glob(getvariable('folder') || '/assumptions.csv')
    UNION ALL
    FROM glob(getvariable('folder') || '/crosschecks.csv')
  )
);

CREATE OR REPLACE TEMP TABLE stated_assumptions AS
  SELECT
    id, low, best, high, "default",
    coalesce(*COLUMNS('^(derived_from|formula)$')) AS derived_from
  FROM read_csv(
    getvariable('formula_files'),
    header = true, all_varchar = true, delim = ',', quote = '"', escape = '"',
    union_by_name = true
  );

-- One estimate each, under the options named; without any, as it is published.
CREATE OR REPLACE TEMP TABLE asked AS
  WITH
  named AS (
    SELECT metric, collection, options
    FROM cells(getvariable('asked') || '/multiverse.csv')
    UNION
    SELECT metric, collection, option FROM cells(getvariable('asked') || '/tornado.csv')
  ),
  listed AS (
    SELECT metric, collection, options, string_split(coalesce(options, ''), '|') AS options_list
    FROM named
    UNION
    SELECT metric, collection, NULL, [''] FROM named
  ),
  -- Options that change something (h).
  choosing AS (
    SELECT
      metric, collection, options,
      [o FOR o IN options_list IF o <> '' AND NOT regexp_matches(o, '_(as_published|mix|open)$')]
        AS choices
    FROM listed
  )
  SELECT
    metric, collection, options, choices,
    if(list_contains(choices, 'documents_core'), 'core', collection) AS documents,
    -- what a kind is all of (c)
    if(
      list_has_any(choices, (
        SELECT list(reading) FROM stated_claims
        WHERE reading NOT IN (SELECT id FROM stated_assumptions)
      )),
      metric, NULL
    ) AS whole
  FROM choosing;

CREATE OR REPLACE TEMP TABLE settings AS
  SELECT row_number() OVER (ORDER BY documents, whole, choices) AS setting, *
  FROM (SELECT DISTINCT documents, whole, choices FROM asked);

CREATE OR REPLACE TEMP TABLE asked_settings AS
  SELECT setting, metric, collection, options, asked.choices
  FROM asked JOIN settings
    ON settings.documents = asked.documents
    AND settings.choices = asked.choices
    AND settings.whole IS NOT DISTINCT FROM asked.whole;

CREATE OR REPLACE TEMP TABLE chosen AS
  SELECT setting, unnest(choices) AS option, generate_subscripts(choices, 1) AS nth
  FROM settings;

-- The name that something has in a setting, and that of everything a formula names.
CREATE OR REPLACE TEMP MACRO named_in(name, setting) AS name || '__' || setting;
CREATE OR REPLACE TEMP MACRO formula_in(formula, setting) AS
  regexp_replace(formula, '[a-z]_[a-z0-9_]+', '\0__' || setting, 'g');

-- 2. What the options mean -------------------------------------------------------------

-- What stands beside each other as readings of the same words.
CREATE OR REPLACE TEMP TABLE offered AS
  SELECT DISTINCT words, reading FROM stated_claims WHERE words IS NOT NULL;

-- An option that means nothing here ends the script: it would pass for one that changes
-- nothing.
SET VARIABLE without_meaning = (
  SELECT error('no meaning is known for the option ' || option)
  FROM chosen
  WHERE option NOT IN ('capacity_out', 'parties_out', 'rounding_on', 'documents_core')
    AND option NOT IN (SELECT reading FROM offered)
    AND regexp_replace(option, '_off$', '') NOT IN (
      SELECT id FROM stated_assumptions WHERE id LIKE 'p_window_%'
    )
  LIMIT 1
);

-- Assumptions that a setting turns on or off (a, b). Where two options speak of one, the
-- later decides.
CREATE OR REPLACE TEMP TABLE turned AS
  WITH
  turns AS (
    SELECT setting, nth, other.reading AS id, if(other.reading = option, 'on', 'off') AS turn
    FROM chosen
    JOIN stated_assumptions ON stated_assumptions.id = option
    JOIN offered AS own ON own.reading = option
    JOIN offered AS other ON other.words = own.words
    UNION
    SELECT setting, nth, id, if(option = id, 'on', 'off')
    FROM chosen JOIN stated_assumptions ON option IN (id, id || '_off')
    WHERE id LIKE 'p_window_%'
  )
  SELECT setting, id, arg_max(turn, nth) AS turn FROM turns GROUP BY setting, id;

-- Words of which one kind is all there is (c).
CREATE OR REPLACE TEMP TABLE kinds AS
  SELECT DISTINCT setting, words, reading AS kind
  FROM chosen
  JOIN offered ON reading = option
  ANTI JOIN stated_assumptions ON stated_assumptions.id = option;

-- Origins that speak for a side of the war (e).
CREATE OR REPLACE TEMP TABLE parties AS
  SELECT origins.id AS origin
  FROM cells(getvariable('folder') || '/origins.csv') AS origins
  JOIN cells(getvariable('folder') || '/claimants.csv') AS claimants
    ON claimants.id = origins.claimant
  WHERE stance IN ('russia', 'ukraine', 'north_korea');

-- Half a unit of the last digit of a number that is not 0 (f): 50 of 6700, 0.05 of 2.5.
CREATE OR REPLACE TEMP MACRO half_unit(number) AS (
  SELECT
    CASE
      WHEN number::DOUBLE = 0 THEN 0
      WHEN decimals <> '' THEN 0.5 * ('1e' || (exponent - len(decimals)))::DOUBLE
      ELSE 0.5 * ('1e' || (exponent + len(units) - len(rtrim(units, '0'))))::DOUBLE
    END
  FROM (
    SELECT
      -- as DuckDB writes a double: 6700.0, 2.5, 1.5e-07, 1e+21
      regexp_extract(written, '^-?([0-9]+)', 1) AS units,
      rtrim(regexp_extract(written, '[.]([0-9]+)', 1), '0') AS decimals,
      coalesce(try_cast(regexp_extract(written, 'e(.+)', 1) AS INTEGER), 0) AS exponent
    FROM (SELECT number::DOUBLE::VARCHAR AS written)
  )
);

-- 3. Write the tables of all settings --------------------------------------------------

-- Which claims a setting hears, and what it does to each.
CREATE OR REPLACE TEMP TABLE changed_claims AS
  WITH
  heard AS (
    SELECT settings.*, stated_claims.*
    FROM settings, stated_claims
    JOIN cells(getvariable('folder') || '/sources.csv') AS sources
      ON sources.id = stated_claims.source
    WHERE documents = 'all' OR sources.collection = 'core'
  )
  SELECT
    heard.*,
    kind,
    coalesce(
      (list_contains(choices, 'capacity_out') AND modality = 'possible')
      OR (list_contains(choices, 'parties_out') AND origin IN (FROM parties))
      OR reading <> kind,
      false
    ) AS is_set_aside,
    if(list_contains(choices, 'rounding_on') AND bound = 'about', half_unit(best), 0) AS half
  FROM heard LEFT JOIN kinds USING (setting, words);

COPY (
  SELECT
    named_in(id, setting) AS id,
    source,
    named_in(if(reading = kind, whole, metric), setting) AS metric,
    origin, bound, modality,
    if(is_set_aside, 'superseded', status) AS status,
    repeats,
    formula_in(derived_from, setting) AS derived_from,
    if(half > 0, coalesce(low, best)::DOUBLE - half, low::DOUBLE) AS low,
    best::DOUBLE AS best,
    if(half > 0, coalesce(high, best)::DOUBLE + half, high::DOUBLE) AS high,
    as_of_earliest, as_of_latest, period_start, period_end, counted_from,
    if(reading = kind, NULL, named_in(words, setting) || '/' || named_in(reading, setting))
      AS alternative
  FROM changed_claims
  ORDER BY setting, place
) TO (getvariable('changed') || '/claims.csv') (HEADER);

-- Quantities that have nothing to do with what is asked are left out, which saves most of
-- the work: those that are not parts of one whole with any of it.
COPY (
  WITH RECURSIVE
  metrics AS (FROM cells(getvariable('folder') || '/metrics.csv')),
  wholes AS (
    SELECT id AS metric, id AS whole FROM metrics
    UNION
    SELECT metric, part_of FROM wholes JOIN metrics ON id = whole WHERE part_of IS NOT NULL
  ),
  needed AS (
    SELECT DISTINCT setting, kin.metric AS id
    FROM asked_settings
    JOIN wholes USING (metric)
    JOIN wholes AS kin USING (whole)
  )
  SELECT
    named_in(id, setting) AS id, named_in(part_of, setting) AS part_of, cumulative
  FROM needed JOIN metrics USING (id)
) TO (getvariable('changed') || '/metrics.csv') (HEADER);

COPY (
  SELECT
    named_in(id, setting) AS id, low, best, high, coalesce(turn, "default") AS "default",
    formula_in(derived_from, setting) AS derived_from
  FROM (FROM settings, stated_assumptions) LEFT JOIN turned USING (setting, id)
) TO (getvariable('changed') || '/assumptions.csv') (HEADER);

COPY (
  SELECT id, label, based_on FROM cells(getvariable('folder') || '/origins.csv')
) TO (getvariable('changed') || '/origins.csv') (HEADER);

-- The claims of each setting are those of its documents: to it, these are all there are.
COPY (
  SELECT id, 'core' AS collection FROM cells(getvariable('folder') || '/sources.csv')
) TO (getvariable('changed') || '/sources.csv') (HEADER);

-- What sql/reconcile.sql reads next.
SET VARIABLE folder = getvariable('changed');
