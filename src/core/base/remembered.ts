/** A function of objects that never change, such as definitions: it is worked out once for each. */
export function remembered<Of extends object, Result>(work: (of: Of) => Result): (of: Of) => Result {
  const known = new WeakMap<Of, { readonly result: Result }>();
  return (of) => {
    const entry = known.get(of) ?? { result: work(of) };
    known.set(of, entry);
    return entry.result;
  };
}
