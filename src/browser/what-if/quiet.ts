/** How long nothing may change before the address and the screen reader are told. */
const QUIET_MS = 300;

/** What waits until nobody has asked for a while. */
export interface Quiet {
  /** Does what it was last asked to do, once it is quiet. */
  readonly ask: (act: () => void) => void;
  /** Does at once what waits, if anything does. */
  readonly hasten: () => void;
  readonly forget: () => void;
}

/** Waits for quiet, with nothing to do at first. */
export function waitForQuiet(): Quiet {
  let waiting: (() => void) | null = null;
  let timer: number | undefined;
  const forget = (): void => {
    window.clearTimeout(timer);
    waiting = null;
  };
  const hasten = (): void => {
    const act = waiting;
    forget();
    act?.();
  };
  return {
    ask(act) {
      forget();
      waiting = act;
      timer = window.setTimeout(hasten, QUIET_MS);
    },
    hasten,
    forget,
  };
}
