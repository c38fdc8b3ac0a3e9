import type { Box } from "./labels.ts";
import type { TimelineRow } from "./timeline-rows.ts";

export type Scale = (value: number) => number;

/** Both scales and the frame in which marks and labels stand. */
export interface Field {
  readonly x: Scale;
  readonly y: Scale;
  readonly frame: Box;
}

/** Days between which a row's count stood; the same day twice where only one is known. */
export const lastDay = ({ last_day, first_day }: TimelineRow): string =>
  last_day ?? first_day ?? "";
export const firstDay = ({ last_day, first_day }: TimelineRow): string =>
  first_day ?? last_day ?? "";

/** Narrower drawings are for phones. */
export const NARROW = 500;

/** Half the room that a mark takes across its axis, in pixels. */
export const HALF = 10;

/** A claim and where its mark lies. */
export interface Spot {
  readonly row: TimelineRow;
  readonly x: number;
  /** Where its day is; elsewhere than `x` where the mark stands aside. */
  readonly due: number;
  readonly box: Box;
}

/** Marks stand closer to each other than a finger is wide: what answers to it is 24 px. */
export const touchArea = ({ x, y, width, height }: Box): Box => ({
  x: x - 2,
  y: y - 2,
  width: width + 4,
  height: height + 4,
});
