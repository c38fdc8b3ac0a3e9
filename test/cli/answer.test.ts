import { expect, test } from "vitest";
import { answerJson } from "../../src/cli/answer-json.ts";
import { formatDigits, formatEnds } from "../../src/cli/answer-text.ts";
import { wrap } from "../../src/cli/wrap.ts";
import { estimate } from "../../src/reconcile/estimate.ts";
import { boundAt, unbounded } from "../../src/reconcile/interval.ts";
import { claim, ledger } from "../fixtures/ledger.ts";

test("formatDigits(value) keeps every digit", () => {
  expect(formatDigits(1234567.891)).toBe("1,234,567.891");
  expect(formatDigits(-6700)).toBe("-6,700");
  expect(formatDigits(0.0005)).toBe("0.0005");
  expect(formatDigits(1e21)).toBe("1,000,000,000,000,000,000,000");
  expect(formatDigits(999)).toBe("999");
});

test("formatEnds(range) says in words which ends are open or excluded", () => {
  expect(formatEnds(unbounded)).toBe("not stated");
  expect(formatEnds({ low: boundAt(5), high: null })).toBe("at least 5");
  expect(formatEnds({ low: null, high: boundAt(5, [], false) })).toBe("less than 5");
  expect(formatEnds({ low: boundAt(5), high: boundAt(5) })).toBe("5");
  expect(formatEnds({ low: boundAt(5), high: boundAt(6) })).toBe("5 to 6");
  expect(formatEnds({ low: boundAt(5, [], false), high: boundAt(6) })).toBe(
    "more than 5, at most 6",
  );
  expect(formatEnds({ low: boundAt(5, [], false), high: boundAt(5) })).toBe(
    "no number is both more than 5 and at most 5",
  );
});

test("wrap(first, text, width) breaks between words only", () => {
  expect(wrap("a  ", "b c", 4)).toBe("a  b\n   c");
  expect(wrap("  ", "longerthanthat x", 6)).toBe("  longerthanthat\n  x");
});

test("answerJson(estimate) names the first of several claims that bind one end of a conflict", () => {
  const row = { as_of_earliest: "2024-01-01", as_of_latest: "2024-01-01" };
  const rows = [
    claim({ id: "c_b", low: 5, bound: "at_least", ...row }),
    claim({ id: "c_a", low: 5, bound: "at_least", ...row }),
    claim({ id: "c_c", high: 4, bound: "at_most", origin: "o_two", ...row }),
  ];
  const found = estimate(ledger({ claims: rows }), {
    metric: "m_count",
    collection: "core",
    asOf: "2024-01-01",
  });
  expect(answerJson(found).conflicts).toEqual([{ low_claim: "c_a", high_claim: "c_c", gap: 1 }]);
});
