/**
 * Keeps the results of `read` for the contents read last. The key is the whole content, so an edited range is a new
 * one; results are never changed after they were made.
 */
export function rememberByContent<Arguments extends readonly unknown[], Result>(
  read: (...args: Arguments) => Result,
  most = 200,
): (...args: Arguments) => Result {
  const known = new Map<string, Result>();
  return (...args) => {
    const key = JSON.stringify(args);
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = read(...args);
    // A map keeps the order of entry: the first is the one that was read longest ago.
    if (known.size >= most) known.delete(known.keys().next().value!);
    known.set(key, result);
    return result;
  };
}
