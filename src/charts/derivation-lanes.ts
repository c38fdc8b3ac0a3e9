import { DIAMOND, type Layout, type Node } from "./derivation-layout.ts";
import { type StepRow, endsOfStep, lanesIn } from "./derivation-rows.ts";

/** The lines of one computation, either to what it is computed with or to what it is held against. */
export interface Lane {
  readonly how: string;
  /** One path: from every claim across to the lane, down it, and into the computation. */
  readonly d: string;
}

type Lanes = ReadonlyMap<string, readonly StepRow[]>;

/** Lanes that end at a claim, in their order. */
const lanesOf = (claim: string, lanes: Lanes): readonly string[] =>
  [...lanes].flatMap(([key, steps]) =>
    steps.some((row) => endsOfStep(row).claim === claim) ? [key] : [],
  );

/** From where on a claim's left side lines of arithmetic leave; evidence comes in above them. */
const PORTS = 0.4;

/** At what height evidence comes into a node: above the lines of arithmetic, where it has any. */
export function entryOf(node: Node, rows: readonly StepRow[]): number {
  const hasPorts = lanesOf(node.id, lanesIn(rows)).length > 0;
  return node.y + node.height * (hasPorts ? PORTS / 2 : 0.5);
}

/** Where a lane comes into its computation: at the diamond, or below it if it is held against. */
function endOf(how: string, { x, y, height }: Node): readonly [number, number] {
  return how === "is held against" ? [x + DIAMOND, y + height * 0.85] : [x, y + height / 2];
}

/**
 * Lines of arithmetic in lanes of their own to the left of the claims, so that none runs
 * upon another. The first computation has the lane next to them: no line into a computation
 * crosses a lane that goes farther down.
 */
export function routeLanes(
  rows: readonly StepRow[],
  { nodes, columns: [documents, claims] }: Layout,
): readonly Lane[] {
  const lanes = lanesIn(rows);
  const [left, right] = [(documents?.x ?? 0) + (documents?.width ?? 0), claims?.x ?? 0];
  return [...lanes].flatMap(([key, steps], index): readonly Lane[] => {
    const [first] = steps;
    const computed = first && nodes.get(endsOfStep(first).computed);
    if (!first || !computed) return [];
    const x = right - ((right - left) / (lanes.size + 1)) * (index + 1);
    const heights = steps.flatMap((row) => {
      const claim = nodes.get(endsOfStep(row).claim);
      if (!claim) return [];
      const own = lanesOf(claim.id, lanes);
      const place = (own.indexOf(key) + 1) / (own.length + 1);
      return [claim.y + claim.height * (PORTS + (1 - PORTS) * place)];
    });
    const [top, ...others] = heights.toSorted((a, b) => a - b);
    if (top === undefined) return [];
    const [endX, endY] = endOf(first.how, computed);
    const branches = others.map((y) => `M${right},${y}H${x}`).join("");
    return [{ how: first.how, d: `M${right},${top}H${x}V${endY}H${endX}${branches}` }];
  });
}
