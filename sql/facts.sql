-- Contested Counts, computed again: the facts
--
-- The scripts of this folder compute what the site publishes of amounts a second time, from
-- the tables of data/ alone: constraints, estimates, without, repairs, the proof of each
-- conflict, and the numbers and verdicts of cross-checks. They share no code with src/; both
-- follow docs/methodology.md. Written for DuckDB 1.5; in this order, each building on those
-- before it:
--
--   facts        the tables as they are typed, and which documents speak in which collection
--   eligible     claims that bind something, each over a period
--   constraints  testimony, and what it and the assumptions bound
--   networks     how sums of constraints are found, and what contradicts itself
--   ranges       estimates, what is left without each origin and institution, repairs
--   conflicts    that the published conflicts are conflicts, and all of them
--   crosschecks  arithmetic on the numbers as they are printed
--
-- From the folder that holds data/, and the published tables in dist/data/:
--
--   cat sql/{facts,eligible,constraints,networks,cases,ranges,conflicts,crosschecks}.sql | duckdb
--
-- and then, in the same session, FROM published_estimates, FROM published_without and so on.
-- For tables elsewhere put SET VARIABLE folder = 'path/to/tables'; before it. They must be
-- in order (`npm run check`), with commas between cells.
--
-- A *collection* is a ledger of its own: core, the documents that the project starts from;
-- and all, with the further ones.

SET VARIABLE folder = coalesce(getvariable('folder'), 'data');
SET VARIABLE published = coalesce(getvariable('published'), 'dist/data');

-- One table, every cell as text; an empty cell is NULL.
CREATE OR REPLACE TEMP MACRO cells(file) AS TABLE
  FROM read_csv(file, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"');
CREATE OR REPLACE TEMP MACRO facts(name) AS TABLE
  FROM cells(getvariable('folder') || '/' || name || '.csv');

-- Every id that a formula names.
CREATE OR REPLACE TEMP MACRO names_in(formula) AS
  regexp_extract_all(formula, '[a-z]_[a-z0-9_]+');

-- Which documents speak in which collection. Totals alone are those of all.
CREATE OR REPLACE TEMP TABLE collections AS
  SELECT unnest(if(coalesce(getvariable('totals_alone'), false), ['all'], ['core', 'all']))
    AS collection;

CREATE OR REPLACE TEMP TABLE speaking AS
  SELECT collections.collection, id AS source
  FROM collections
  JOIN facts('sources') AS sources
    ON collections.collection = 'all' OR sources.collection = 'core';

-- The tables that are asked for, with numbers as numbers and days as days. An assumption is
-- stated if it has a number of its own; else its formula stands for it.
CREATE OR REPLACE TEMP TABLE claims AS
  SELECT
    id, source, metric, origin, bound, modality, status, repeats, derived_from,
    low::DOUBLE AS low, best::DOUBLE AS best, high::DOUBLE AS high,
    coalesce(low_exclusive = 'yes', false) AS excludes_low,
    coalesce(high_exclusive = 'yes', false) AS excludes_high,
    coalesce("primary" = 'yes', false) AS is_primary,
    as_of_earliest::DATE AS as_of_earliest, as_of_latest::DATE AS as_of_latest,
    period_start::DATE AS period_start, period_end::DATE AS period_end,
    counted_from::DATE AS counted_from,
    split_part(alternative, '/', 1) AS words,
    split_part(alternative, '/', 2) AS option
  FROM facts('claims');

CREATE OR REPLACE TEMP TABLE crosschecks AS
  SELECT
    row_number() OVER () AS place, id, formula, against, tolerance::DOUBLE AS tolerance
  FROM facts('crosschecks');

CREATE OR REPLACE TEMP TABLE assumptions AS
  SELECT
    id, kind, "set" AS of_set, "default" = 'off' AS is_off, derived_from,
    low::DOUBLE AS low, best::DOUBLE AS best, high::DOUBLE AS high,
    coalesce(low, best, high) IS NOT NULL AS is_stated
  FROM facts('assumptions');

-- Assumptions and cross-checks that rest on a document beyond the core, step by step: with it
-- they leave the core, whichever side of a cross-check names it.
CREATE OR REPLACE TEMP TABLE beyond AS
  WITH RECURSIVE
  naming AS (
    SELECT id, unnest(names_in(derived_from)) AS named FROM assumptions
    UNION ALL
    SELECT id, unnest(names_in(formula)) FROM crosschecks
    UNION ALL
    SELECT id, unnest(names_in(against)) FROM crosschecks
  ),
  resting AS (
    SELECT id FROM claims ANTI JOIN (FROM speaking WHERE collection = 'core') USING (source)
    UNION
    SELECT naming.id FROM resting JOIN naming ON named = resting.id
  )
  FROM resting;

CREATE OR REPLACE TEMP TABLE assumed AS
  SELECT collection, assumptions.*
  FROM collections JOIN assumptions ON collection = 'all' OR id NOT IN (FROM beyond);

-- The act of estimation that an origin goes back to: its own base as long as it has exactly
-- one. And the body at whose door that goes: its speaker, or what he is part of, to the last.
CREATE OR REPLACE TEMP TABLE roots AS
  WITH RECURSIVE
  bases AS (
    SELECT id, claimant, string_split(based_on, '|') AS based_on FROM facts('origins')
  ),
  back AS (
    SELECT id AS origin, id AS base, claimant, based_on FROM bases
    UNION ALL
    SELECT back.origin, bases.id, bases.claimant, bases.based_on
    FROM back JOIN bases ON bases.id = back.based_on[1]
    WHERE len(back.based_on) = 1
  ),
  bodies AS (SELECT id, part_of FROM facts('claimants')),
  up AS (
    SELECT origin, base, claimant AS body FROM back WHERE coalesce(len(based_on), 0) <> 1
    UNION ALL
    SELECT origin, base, part_of FROM up JOIN bodies ON id = body WHERE part_of IS NOT NULL
  )
  SELECT origin, base AS root, body AS institution
  FROM up
  ANTI JOIN (FROM bodies WHERE part_of IS NOT NULL) AS parts ON parts.id = body;
