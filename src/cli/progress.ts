/** What progress is written to: standard error, or what stands for it in a test. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Says what long work is at. */
export interface Progress {
  /** The work has come to this: "Reading pages". */
  readonly step: (text: string) => void;
  /** How far the step has come: "/sources". */
  readonly detail: (text: string) => void;
  /** The work is over, and the line is free for its result. */
  readonly end: () => void;
}

const CLEAR_LINE = "\r\u001b[K";
const WIDTH = 80;

/**
 * On a terminal one line that changes, with details; elsewhere a line for each step, so
 * that a log stays short and tells where work has stopped.
 *
 * Standard error is the place: what a command prints can be piped on.
 */
export function openProgress(screen: Screen = process.stderr): Progress {
  let step = "";
  const show = (text: string): void => {
    screen.write(CLEAR_LINE + text.slice(0, (screen.columns ?? WIDTH) - 1));
  };
  return screen.isTTY === true
    ? {
        step: (text) => {
          step = text;
          show(text);
        },
        detail: (text) => {
          show(`${step}: ${text}`);
        },
        end: () => {
          screen.write(CLEAR_LINE);
        },
      }
    : {
        step: (text) => {
          if (text !== step) screen.write(`${text}\n`);
          step = text;
        },
        detail: () => undefined,
        end: () => undefined,
      };
}
