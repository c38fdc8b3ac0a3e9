/** One term of a formula: an id, a plain number, or an operation on two formulas. */
export type Term =
  | { readonly kind: "id"; readonly id: string; readonly end: "low" | "best" | "high" | null }
  | { readonly kind: "number"; readonly value: number }
  | {
      readonly kind: "operation";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: Term;
      readonly right: Term;
    };

/** A parsed formula together with the text it came from. */
export interface Formula {
  readonly text: string;
  readonly term: Term;
}

const TOKEN = /\s*(?:([a-z]_[a-z0-9_]+)(?:\.(low|best|high))?|(\d+(?:\.\d+)?)|([-+*/()]))\s*/uy;

interface Token {
  readonly text: string;
  readonly term: Term | null;
}

function findTokens(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return null;
    const [, id, end, digits, sign] = match;
    if (id !== undefined) {
      const named = end === "low" || end === "best" || end === "high" ? end : null;
      tokens.push({ text: id, term: { kind: "id", id, end: named } });
    } else if (digits !== undefined) {
      tokens.push({ text: digits, term: { kind: "number", value: Number(digits) } });
    } else {
      tokens.push({ text: sign ?? "", term: null });
    }
  }
  return tokens;
}

// Bounds the depth of brackets, and with it the depth of the calls below.
const LONGEST = 500;

/**
 * Reads arithmetic over ids: `+ - * /`, brackets, plain numbers, ids with an optional end.
 *
 * @param text The cell, e.g. "c_000_shells_152 / c_000_containers".
 * @returns The formula, or what was expected instead.
 * @example parseFormula("c_a * p_load").formula.term.operator // => "*"
 */
export function parseFormula(
  text: string,
): { readonly formula: Formula } | { readonly expected: string } {
  if (text.length > LONGEST)
    return { expected: `a formula of at most ${String(LONGEST)} characters` };
  const tokens = findTokens(text);
  if (!tokens || tokens.length === 0)
    return { expected: "ids, plain numbers, + - * / and brackets" };
  let at = 0;
  const isNext = (...signs: readonly string[]): boolean => {
    const token = tokens[at];
    return token !== undefined && token.term === null && signs.includes(token.text);
  };
  const atom = (): Term | null => {
    const token = tokens[at];
    if (!token) return null;
    at += 1;
    if (token.term) return token.term;
    if (token.text !== "(") return null;
    const inner = sum();
    if (!inner || !isNext(")")) return null;
    at += 1;
    return inner;
  };
  const chain = (next: () => Term | null, ...signs: readonly ("+" | "-" | "*" | "/")[]) => {
    let left = next();
    while (left && isNext(...signs)) {
      const operator = signs.find((sign) => sign === tokens[at]?.text);
      at += 1;
      const right = next();
      if (!right || !operator) return null;
      left = { kind: "operation", operator, left, right };
    }
    return left;
  };
  const product = (): Term | null => chain(atom, "*", "/");
  const sum = (): Term | null => chain(product, "+", "-");
  const term = sum();
  if (!term || at < tokens.length)
    return { expected: "a complete formula: every operator between two terms, brackets in pairs" };
  return { formula: { text, term } };
}

/**
 * The ids that a formula uses, each once, in the order of their first use.
 *
 * @example idsOf(parseFormula("c_a / (c_b + c_a)").formula.term) // => ["c_a", "c_b"]
 */
export function idsOf(term: Term): readonly string[] {
  if (term.kind === "id") return [term.id];
  if (term.kind === "number") return [];
  return [...new Set([...idsOf(term.left), ...idsOf(term.right)])];
}
