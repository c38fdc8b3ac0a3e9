import { describe, expect, test } from "vitest";
import { type Screen, openProgress } from "../../src/cli/progress.ts";

function screenOf(about: Pick<Screen, "isTTY" | "columns">) {
  const written: string[] = [];
  return { screen: { ...about, write: (text: string) => written.push(text) }, written };
}

describe("openProgress(screen)", () => {
  test("writes a line for each step where nobody looks", () => {
    const { screen, written } = screenOf({});
    const progress = openProgress(screen);
    progress.step("Reading pages");
    progress.detail("/sources");
    progress.step("Reading pages");
    progress.step("Writing pages");
    progress.end();
    expect(written.join("")).toBe("Reading pages\nWriting pages\n");
  });

  test("keeps to one line of a terminal, and leaves it empty", () => {
    const { screen, written } = screenOf({ isTTY: true, columns: 20 });
    const progress = openProgress(screen);
    progress.step("Reading pages");
    progress.detail("/sources/s_000");
    progress.end();
    expect(written).toEqual([
      "\r\u001b[KReading pages",
      "\r\u001b[KReading pages: /sou",
      "\r\u001b[K",
    ]);
  });
});
