import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { paletteOf, partyOf } from "../../../src/charts/draw/colours.ts";
import { sampleOf } from "../../../src/charts/draw/key.ts";

const css = ["page", "figures"]
  .map((name) => readFileSync(`src/style/${name}.css`, "utf8"))
  .join("");

/** Custom properties of a scheme: those of dark ones follow their media query. */
const declared = (scheme: "light" | "dark"): ReadonlyMap<string, string> => {
  const blocks = [...css.matchAll(/(prefers-color-scheme: dark\) \{\s*)?:root \{([^}]+)\}/gu)];
  const own = blocks.filter(([, dark]) => (dark !== undefined) === (scheme === "dark"));
  const found = own.flatMap(([, , text = ""]) => [...text.matchAll(/--([\w-]+):\s*(#\w+);/gu)]);
  return new Map(found.map(([, name = "", value = ""]) => [name, value]));
};

const lightness = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

describe.each(["light", "dark"] as const)("colours of the %s scheme", (scheme) => {
  const palette = paletteOf(scheme);
  const contrast = (a: string, b: string): number => {
    const [dark = 0, light = 0] = [a, b]
      .map((name) => lightness(palette.get(name) ?? ""))
      .toSorted((one, other) => one - other);
    return (light + 0.05) / (dark + 0.05);
  };

  test("paletteOf(scheme) is what the stylesheets declare", () => {
    const found = declared(scheme);
    expect(Object.fromEntries([...palette].map(([name]) => [name, found.get(name)]))).toEqual(
      Object.fromEntries(palette),
    );
  });

  test("marks are at least three to one on paper, and words four and a half", () => {
    for (const name of ["ru", "ua", "nk", "us", "eu", "capacity"])
      expect(contrast(name, "paper"), name).toBeGreaterThanOrEqual(3);
    for (const name of ["ink", "muted"])
      expect(contrast(name, "paper"), name).toBeGreaterThanOrEqual(4.5);
    expect(contrast("ink", "mark")).toBeGreaterThanOrEqual(4.5);
  });

  test("edges of a region, and pale marks, are three to one on its darkest ground", () => {
    for (const step of [1, 2, 3]) {
      expect(contrast("nk", `nk-${step}`)).toBeGreaterThanOrEqual(3);
      expect(contrast("capacity", `nk-${step}`)).toBeGreaterThanOrEqual(3);
      expect(contrast("ink", `nk-${step}`)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test.each([
  ["m_fire_rate_russia", "fire", "russia"],
  ["m_fire_ukraine_month", "fire", "ukraine"],
  ["m_output_us", "production", "us"],
  ["m_fire_us_month", "fire", "us"],
  ["m_capacity_eu", "production", "europe"],
  ["m_output_nk_factor", "production", "north_korea"],
  ["m_shells_delivered", "deliveries", "north_korea"],
  ["m_iran_shells_delivered", "deliveries", "other"],
  ["m_fire_ratio", "fire", "other"],
])("partyOf(%s) is %s", (metric, topic, party) => {
  expect(partyOf({ metric, topic })).toBe(party);
});

test("sampleOf(entry) is coloured by the page's variables", () => {
  expect(sampleOf({ sample: "bar", party: "us", means: "made" })).toContain('fill="var(--us)"');
  expect(sampleOf({ sample: "ground", party: "north_korea", tint: 2, means: "" })).toContain(
    'fill="var(--nk-2)"',
  );
});
