/** Some ids with everything that they lead to, step by step. */
export function reached(
  first: Iterable<string>,
  step: (id: string) => readonly string[],
): ReadonlySet<string> {
  const found = new Set(first);
  for (const id of found) for (const next of step(id)) found.add(next);
  return found;
}
