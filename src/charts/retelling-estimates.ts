import { group } from "d3-array";
import type { Canvas } from "./chart.ts";
import { type Drawn, type Item, drawLabelled, newSpot, withWords } from "./flow.ts";
import { drawHeading } from "./retelling-kinds.ts";
import { newRetellingMark } from "./retelling-marks.ts";
import {
  type RetellingRow,
  countOrigins,
  figuresOf,
  isChange,
  targetOf,
} from "./retelling-rows.ts";
import { formatCount } from "./words.ts";

const spotOf = (document: Document, row: RetellingRow): Item =>
  newSpot(document, targetOf(row), newRetellingMark(document, row));

/** One estimate of one quantity: the figures as it gave them, then each change by name. */
function drawEstimate(canvas: Canvas, rows: readonly RetellingRow[]): Drawn {
  const { document } = canvas;
  const [first] = rows;
  const kept = rows.filter((row) => !isChange(row));
  const keptSpots = kept.map((row) => spotOf(document, row));
  const changes = [...group(rows.filter(isChange), ({ kind_label }) => kind_label)];
  return drawLabelled(
    canvas,
    [{ text: first?.metric_label ?? "", bold: true }, { text: ` · ${first?.origin_label ?? ""}` }],
    [
      ...(kept.length === 0
        ? []
        : [withWords(document, keptSpots, `${kept.length} as given: ${kept[0]?.words ?? ""}`)]),
      ...changes.map(([kind, own]) =>
        withWords(
          document,
          own.map((row) => spotOf(document, row)),
          kind ?? "",
        ),
      ),
    ],
  );
}

/** Every estimate of which a retelling changed something, those with most changes first; then all others in one. */
export function drawEstimates(canvas: Canvas, rows: readonly RetellingRow[]): readonly Drawn[] {
  const told = rows.filter(({ estimate }) => estimate !== null);
  const estimates = [...group(told, ({ estimate }) => estimate).values()];
  const changes = (own: readonly RetellingRow[]): number => own.filter(isChange).length;
  const changed = estimates.filter((own) => changes(own) > 0);
  const kept = estimates.filter((own) => changes(own) === 0);
  const dots = kept.flat().map((row) => spotOf(canvas.document, row));
  const count = `${formatCount(figuresOf(kept.flat()).size, "figure")}, each as given`;
  return [
    ...(changed.length === 0
      ? []
      : [drawHeading(canvas, "Estimates of which a figure was changed on the way")]),
    ...changed.toSorted((a, b) => changes(b) - changes(a)).map((own) => drawEstimate(canvas, own)),
    ...(kept.length === 0
      ? []
      : [
          drawHeading(canvas, "Retold figures without a known change"),
          drawLabelled(
            canvas,
            [
              {
                text: `Of ${formatCount(countOrigins(kept.flat()), "act")} of estimation`,
              },
            ],
            [withWords(canvas.document, dots, count)],
          ),
        ]),
  ];
}
