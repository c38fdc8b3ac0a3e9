import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";

/** Who holds a lock: written into its file, so that a lock whose holder has died can be told. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Tells two locks of one process number apart. */
  readonly nonce: string;
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

function readHolder(path: string): Holder | null {
  try {
    const held: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof held !== "object" || held === null) return null;
    const { pid, host, nonce } = held as Partial<Holder>;
    if (pid === undefined || host === undefined || nonce === undefined) return null;
    return { pid, host, nonce };
  } catch (error) {
    if (isCode(error, "ENOENT") || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether the holder is a process of this machine that is no more. */
function isDead({ pid, host }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return isCode(error, "ESRCH");
  }
}

/** Puts the file in place only if nothing is there: a whole file, never half of one. */
function tryLink(from: string, path: string): boolean {
  try {
    linkSync(from, path);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

/**
 * Takes the place of a holder that has died. Of several processes that want it one wins the right
 * by a second lock that bears the dead holder's nonce, and makes sure that it is still that holder.
 */
function takeOver(path: string, own: string, dead: Holder): boolean {
  const right = `${path}.${dead.nonce}`;
  if (!tryLink(own, right)) return false;
  try {
    if (readHolder(path)?.nonce !== dead.nonce) return false;
    renameSync(own, path);
    return true;
  } finally {
    rmSync(right, { force: true });
  }
}

/**
 * Runs `work` while no other process does so under the same lock, or says that one does.
 *
 * @param path The lock file; its folder must exist.
 * @param busy What to do instead when the lock is held.
 * @throws The system's error when the folder cannot be written.
 */
export async function withLock<T>(
  path: string,
  work: () => T | Promise<T>,
  busy: (holder: { readonly pid: number }) => never,
): Promise<T> {
  const holder: Holder = { pid: process.pid, host: hostname(), nonce: randomUUID() };
  const own = `${path}.${holder.nonce}.new`;
  try {
    writeFileSync(own, JSON.stringify(holder), { flag: "wx" });
    if (!tryLink(own, path)) {
      const other = readHolder(path);
      const isMine = other !== null && isDead(other) && takeOver(path, own, other);
      if (!isMine) return busy({ pid: other?.pid ?? 0 });
    }
  } finally {
    rmSync(own, { force: true });
  }
  try {
    return await work();
  } finally {
    if (readHolder(path)?.nonce === holder.nonce) rmSync(path, { force: true });
  }
}
