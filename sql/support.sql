-- Contested Counts, who stands behind what
--
-- Runs after sql/reconcile.sql, in the same session, and prints support and thresholds: the
-- columns and values of /data/support.csv and /data/thresholds.csv of the site.
--
-- Counts, never probabilities: origins are not equally good, nor independent.

-- How many claims count for a metric (1), in how many documents, and how many acts of
-- estimation they go back to (7).
CREATE OR REPLACE TEMP TABLE published_support AS
  SELECT
    metrics.id AS metric, label AS metric_label, topic,
    count(*)::INTEGER AS claims,
    count(DISTINCT root)::INTEGER AS origins,
    count(DISTINCT counted.source)::INTEGER AS documents,
    collection
  FROM counted
  JOIN collected USING (source)
  JOIN roots USING (origin)
  JOIN facts('metrics') AS metrics ON metrics.id = counted.metric
  GROUP BY collection, metrics.id, label, topic
  ORDER BY collection = 'all', min(counted.place);

-- How many bounds of a side are listed of a day at most, the tightest first.
SET VARIABLE listed_bounds = 50;

-- Of each bound that is stated and speaks for a day, who says as much or more, who cannot
-- be right together with it, and who leaves it open.
CREATE OR REPLACE TEMP TABLE published_thresholds AS
  WITH
  heard AS (
    SELECT question, day, nth, side, root, value, inclusive, loose
    FROM listed_days
    JOIN speaking USING (question)
    JOIN bounds USING (question, side, rank, root)
    WHERE nth BETWEEN since AND until
  ),
  -- What each origin says on a day: of either side the tightest.
  said AS (
    SELECT * FROM heard
    QUALIFY row_number() OVER (
      PARTITION BY question, nth, side, root ORDER BY loose, inclusive
    ) = 1
  ),
  stated AS (
    SELECT DISTINCT question, day, nth, side, value, inclusive, loose FROM heard
    QUALIFY dense_rank() OVER (
      PARTITION BY question, nth, side ORDER BY loose, inclusive
    ) <= getvariable('listed_bounds')
  ),
  origins_then AS (SELECT DISTINCT question, nth, root FROM heard),
  held AS (
    SELECT
      stated.*,
      origins.id AS origin,
      coalesce(
        own.loose < stated.loose
          OR (own.loose = stated.loose AND own.inclusive <= stated.inclusive),
        false
      ) AS supports,
      -- a floor and a ceiling exclude each other where the floor lies higher
      NOT supports AND coalesce(
        -other.loose > stated.loose
          OR (-other.loose = stated.loose AND NOT (other.inclusive AND stated.inclusive)),
        false
      ) AS opposes
    FROM stated
    JOIN origins_then USING (question, nth)
    JOIN origins ON origins.place = origins_then.root
    LEFT JOIN said AS own
      ON own.question = stated.question AND own.nth = stated.nth
      AND own.side = stated.side AND own.root = origins_then.root
    LEFT JOIN said AS other
      ON other.question = stated.question AND other.nth = stated.nth
      AND other.side <> stated.side AND other.root = origins_then.root
  )
  SELECT
    metric,
    CASE WHEN isfinite(day) THEN day END AS as_of,
    collection,
    if(side = 'floor', 'at least', 'at most') AS side,
    value, inclusive,
    count(*)::INTEGER AS origins,
    count(*) FILTER (supports)::INTEGER AS supporting,
    count(*) FILTER (opposes)::INTEGER AS opposing,
    count(*) FILTER (NOT supports AND NOT opposes)::INTEGER AS silent,
    string_agg(origin, '|' ORDER BY origin) FILTER (supports) AS supporting_origins,
    string_agg(origin, '|' ORDER BY origin) FILTER (opposes) AS opposing_origins
  FROM held JOIN questions USING (question)
  GROUP BY question, metric, collection, nth, day, side, value, inclusive, loose
  ORDER BY question, nth, side = 'ceiling', loose, inclusive;

FROM published_support;
FROM published_thresholds;
