/** A function of objects that never change, such as definitions: it is worked out once for each. */
export function remembered<Of extends object, Result>(work: (of: Of) => Result): (of: Of) => Result {
  const known = new WeakMap<Of, { readonly result: Result }>();
  return (of) => {
    const entry = known.get(of) ?? { result: work(of) };
    known.set(of, entry);
    return entry.result;
  };
}

/** A function of texts, worked out once for each as long as it is kept: the same words stand in the cells of many rows. */
export function rememberedByText<Result extends object | string | boolean>(
  work: (text: string) => Result,
): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = work(text);
    known.set(text, result);
    return result;
  };
}
