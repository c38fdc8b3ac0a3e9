import { crc32 } from "node:zlib";

/** Files by their path in the archive: "claims.csv". */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** 1 January 1980: the first day that a zip can name, and no clock. */
const DAY = 33;
const UTF8 = 0x0800;
const VERSION = 20;

/**
 * Files as a zip archive, stored as they are: the same files give the same bytes,
 * whatever library compresses on a machine.
 *
 * Framework unpacks `data/claims.csv` from what `src/data.zip.ts` prints, so that all
 * tables come from one process and one reading of the facts.
 *
 * @source APPNOTE.TXT 6.3.10, PKWARE
 */
export function zipOf(files: Files): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path);
    const data = Buffer.from(content);
    const about = describe(name, data);
    const place = numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(numbers([4, 0x02014b50], [2, VERSION]), about, place, name);
    parts.push(numbers([4, 0x04034b50]), about, name, data);
    offset += 4 + about.length + name.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const count = files.size;
  const end = [
    [2, count],
    [2, count],
    [4, listed.length],
    [4, offset],
    [2, 0],
  ] as const;
  return Buffer.concat([...parts, listed, numbers([4, 0x06054b50], [2, 0], [2, 0], ...end)]);
}

/** What stands both before a file and in the directory of the archive. */
function describe(name: Uint8Array, data: Uint8Array): Buffer {
  const sizes = [
    [4, crc32(data)],
    [4, data.length],
    [4, data.length],
  ] as const;
  const how = [
    [2, VERSION],
    [2, UTF8],
    [2, 0],
    [2, 0],
    [2, DAY],
  ] as const;
  return numbers(...how, ...sizes, [2, name.length], [2, 0]);
}

/** Numbers of so many bytes each, the lowest byte first. */
function numbers(...all: readonly (readonly [bytes: number, value: number])[]): Buffer {
  return Buffer.concat(
    all.map(([bytes, value]) => {
      const one = Buffer.alloc(bytes);
      one.writeUIntLE(value, 0, bytes);
      return one;
    }),
  );
}
