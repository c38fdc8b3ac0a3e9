import { readFileSync, readdirSync, statSync } from "node:fs";

/** What there was instead of a readable file or folder. */
export interface Unreadable {
  /** Completes "found …". */
  readonly found: string;
  readonly mend: string;
  /** Whether there is just nothing, which is right for what may be left out. */
  readonly isMissing: boolean;
}

const codeOf = (error: unknown): string | null =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;

const wordsOf = (code: string): { readonly found: string; readonly mend: string } => {
  switch (code) {
    case "ENOENT":
      return { found: "nothing under this name", mend: "restore it from git, or correct the name" };
    case "EISDIR":
      return { found: "a folder", mend: "put the file in its place" };
    case "ENOTDIR":
      return { found: "a file where a folder should be", mend: "give the name of the folder" };
    case "EACCES":
    case "EPERM":
      return { found: "no permission to read it", mend: "give yourself the right to read it" };
    default:
      return {
        found: `something that cannot be read (${code})`,
        mend: "check the disk and the file",
      };
  }
};

function describe(error: unknown): Unreadable {
  const code = codeOf(error);
  if (code === null) throw error;
  return { ...wordsOf(code), isMissing: code === "ENOENT" };
}

/**
 * Why something could not be written, in words.
 *
 * @throws The error itself when it is none of the system's: a fault of the program.
 */
export function whyUnwritable(error: unknown): Pick<Unreadable, "found" | "mend"> {
  const code = codeOf(error);
  switch (code) {
    case null:
      throw error;
    case "EACCES":
    case "EPERM":
      return { found: "no permission to write", mend: "give yourself the right to write there" };
    case "EROFS":
      return { found: "a disk that can only be read", mend: "copy the folder to another disk" };
    case "ENOSPC":
    case "EDQUOT":
      return { found: "no space left", mend: "free some space, and run the command again" };
    default:
      return { found: `something that cannot be written (${code})`, mend: "check the disk" };
  }
}

/** The bytes of a file, or why there are none. */
export function readBytes(path: string): Buffer | Unreadable {
  try {
    // A named pipe or a device would never end; only plain files are tables or texts.
    const entry = statSync(path);
    if (!entry.isFile() && !entry.isDirectory())
      return {
        found: "neither a file nor a folder",
        mend: "put a plain file in its place",
        isMissing: false,
      };
    return readFileSync(path);
  } catch (error) {
    return describe(error);
  }
}

/** The names in a folder, sorted by code unit so that no file system's order shows, or why there are none. */
export function readNames(path: string): readonly string[] | Unreadable {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    return describe(error);
  }
}

/** True for what `readBytes` or `readNames` gives when there was nothing to read. */
export const isUnreadable = (read: object): read is Unreadable => "found" in read;
