/** Finds a value when it is first asked for. */
export function lazily<Value>(find: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => (found ??= { value: find() }).value;
}

/** Finds what follows from an object when it is first asked for, and keeps it as long as the object lives. */
export function oncePer<Whole extends object, Value>(
  find: (whole: Whole) => Value,
): (whole: Whole) => Value {
  const all = new WeakMap<Whole, { readonly value: Value }>();
  return (whole) => {
    const found = all.get(whole) ?? { value: find(whole) };
    all.set(whole, found);
    return found.value;
  };
}
