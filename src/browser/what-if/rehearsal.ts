/**
 * Does for nobody what a change would do, while a reader still reads: a browser compiles what
 * it has run a few times, and the first change would take five times as long as a later one.
 *
 * @param isQuiet Whether nobody has changed anything yet; nothing is rehearsed after that.
 * @param steps Each is done by itself, so that a change waits for one of them at most.
 */
export function rehearseWhile(isQuiet: () => boolean, steps: Iterator<unknown>): void {
  setTimeout(() => {
    if (isQuiet() && steps.next().done !== true) rehearseWhile(isQuiet, steps);
  });
}
