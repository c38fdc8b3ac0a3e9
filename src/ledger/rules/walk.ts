/** A graph walked to its ends. */
export interface Walk {
  /** Every node behind all nodes that it needs, as far as there is no circle. */
  readonly order: readonly string[];
  /** Each circle from its first node on, in the direction of the edges. */
  readonly circles: readonly (readonly string[])[];
}

/**
 * Walks depth first from every node, with a stack of its own: a chain of a
 * million rows must not overflow the machine's.
 *
 * @param needs What each node needs; nodes that are no key end the walk.
 * @example walkNeeds(new Map([["a", ["b"]], ["b", []]])).order // => ["b", "a"]
 */
export function walkNeeds(needs: ReadonlyMap<string, readonly string[]>): Walk {
  const order: string[] = [];
  const circles: string[][] = [];
  const state = new Map<string, "open" | "done">();
  for (const root of needs.keys()) {
    if (state.has(root)) continue;
    const path: { readonly node: string; next: number }[] = [{ node: root, next: 0 }];
    state.set(root, "open");
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const need = needs.get(top.node)?.[top.next];
      top.next += 1;
      if (need === undefined) {
        state.set(top.node, "done");
        order.push(top.node);
        path.pop();
      } else if (state.get(need) === "open") {
        const nodes = path.map(({ node }) => node);
        circles.push(nodes.slice(nodes.indexOf(need)));
      } else if (!state.has(need) && needs.has(need)) {
        state.set(need, "open");
        path.push({ node: need, next: 0 });
      }
    }
  }
  return { order, circles };
}
