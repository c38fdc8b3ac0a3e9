/**
 * The ids of some lists, each once and in order.
 *
 * @param lists Each in order by itself; where one has all, it is given back as it is.
 * @example unionOf([["c_b", "c_d"], ["c_a", "c_d"]]) // => ["c_a", "c_b", "c_d"]
 * @example unionOf([]) // => []
 */
export function unionOf(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = []] = lists;
  if (lists.length <= 1) return first;
  const all = new Set(first);
  for (const list of lists) for (const id of list) all.add(id);
  return all.size === first.length ? first : [...all].sort();
}
