import { element } from "../parts/element.ts";

/** A stretch of the text that is highlighted; offsets in code points, end exclusive. */
export interface Stretch {
  readonly key: number;
  readonly start: number;
  readonly end: number;
  /** Whether it looks like a claim. */
  readonly claim: boolean;
}

/** What has been decided about a stretch, as the stylesheet knows it. */
export type MarkState = "open" | "claim" | "dismissal";

/** A text on the page with its stretches marked. */
export interface MarkedText {
  readonly element: HTMLElement;
  readonly setState: (key: number, state: MarkState) => void;
  /** Shows which stretch is being decided, and brings it into view. */
  readonly setCurrent: (key: number | null) => void;
  /** What the reader has selected in the text, if anything; offsets in code points. */
  readonly findSelection: () => { readonly start: number; readonly end: number } | null;
}

/** A text is cut into blocks of about this many characters; of many, the browser draws those in view. */
const BLOCK = 3000;
const MANY = 10;
/** A line longer than this is no paragraph; laid out in one piece, a million characters take half a minute. */
const LONGEST_LINE = 12_000;

/**
 * Where a block may end within a piece of text: behind a line end, or in a line without end
 * behind a space; -1 where it goes on.
 */
function findCut(piece: string, length: number): number {
  const line = piece.indexOf("\n", Math.max(0, BLOCK - length));
  const room = Math.max(0, LONGEST_LINE - length);
  if (line >= 0 ? line <= room : piece.length <= room) return line < 0 ? -1 : line + 1;
  const space = piece.indexOf(" ", room);
  if (space >= 0 && space < room + LONGEST_LINE) return space + 1;
  if (piece.length <= room + LONGEST_LINE) return -1;
  // Never through the middle of a character.
  return (piece.codePointAt(room) ?? 0) > 0xffff ? room + 2 : room + 1;
}

const countPoints = (text: string): number => {
  let points = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
    points += 1;
  return points;
};

/** Turns rising offsets in code points into offsets in the text's own units. */
function unitCounter(text: string): (points: number) => number {
  let at = 0;
  let points = 0;
  return (wanted) => {
    for (; points < wanted; points += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    return at;
  };
}

/**
 * Builds the text with its stretches marked, from text nodes alone.
 *
 * Blocks end behind a line end, so that no paragraph is broken that the text does not break.
 *
 * @param stretches Sorted by offset; where two overlap, the later one begins behind the earlier.
 */
export function markedText(
  text: string,
  stretches: readonly Stretch[],
  language: string,
): MarkedText {
  const marks = new Map<number, HTMLElement>();
  const starts = new Map<Node, number>();
  const blocks: HTMLElement[] = [];
  let block = element("div", { class: "block" });
  let length = 0;

  const endBlock = (): void => {
    blocks.push(block);
    block = element("div", { class: "block" });
    length = 0;
  };
  const put = (part: string, start: number, into: HTMLElement): void => {
    const node = document.createTextNode(part);
    starts.set(node, start);
    into.append(node);
    length += part.length;
  };
  const putPlain = (from: number, to: number, points: number): void => {
    // Looked through piece by piece: a search to the end of the text for each would add up.
    let [rest, start] = [text.slice(from, to), points];
    while (rest !== "") {
      const cut = findCut(rest, length);
      const part = cut < 0 ? rest : rest.slice(0, cut);
      put(part, start, block);
      if (cut >= 0) endBlock();
      rest = rest.slice(part.length);
      start += rest === "" ? 0 : countPoints(part);
    }
  };

  const unitsAt = unitCounter(text);
  let [done, donePoints] = [0, 0];
  for (const stretch of stretches) {
    const start = Math.max(stretch.start, donePoints);
    if (start >= stretch.end) continue;
    const [from, to] = [unitsAt(start), unitsAt(stretch.end)];
    putPlain(done, from, donePoints);
    const mark = element("mark", {
      "data-key": String(stretch.key),
      "data-state": "open",
      "data-claim": stretch.claim ? "" : null,
    });
    put(text.slice(from, to), start, mark);
    block.append(mark);
    marks.set(stretch.key, mark);
    [done, donePoints] = [to, stretch.end];
  }
  putPlain(done, text.length, donePoints);
  endBlock();

  const region = element(
    "div",
    {
      class: blocks.length > MANY ? "marked-text long" : "marked-text",
      role: "region",
      "aria-label": "The text with its figures marked",
      tabindex: "0",
      lang: language,
    },
    ...blocks,
  );

  const offsetOf = (node: Node, offset: number): number | null => {
    const start = starts.get(node);
    if (start !== undefined) return start + countPoints((node.textContent ?? "").slice(0, offset));
    const next = node.childNodes[offset] ?? null;
    return next === null || !region.contains(next) ? null : offsetOf(next, 0);
  };
  let current: HTMLElement | undefined;

  return {
    element: region,
    setState: (key, state) => marks.get(key)?.setAttribute("data-state", state),
    setCurrent(key) {
      current?.removeAttribute("aria-current");
      current = key === null ? undefined : marks.get(key);
      current?.setAttribute("aria-current", "true");
      if (current) bringIntoView(current, region);
    },
    findSelection() {
      const selection = getSelection();
      if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
      const range = selection.getRangeAt(0);
      if (!region.contains(range.commonAncestorContainer)) return null;
      const start = offsetOf(range.startContainer, range.startOffset);
      const end = offsetOf(range.endContainer, range.endOffset);
      return start === null || end === null || end <= start ? null : { start, end };
    },
  };
}

/** Scrolls the region alone, never the page: the form beside it must stay where it is. */
function bringIntoView(mark: HTMLElement, region: HTMLElement): void {
  const [inner, outer] = [mark.getBoundingClientRect(), region.getBoundingClientRect()];
  const margin = Math.min(80, outer.height / 4);
  if (inner.top >= outer.top + margin && inner.bottom <= outer.bottom - margin) return;
  region.scrollTop += inner.top - outer.top - outer.height / 3;
}
