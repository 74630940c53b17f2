/** The value of a key that is in the map for certain: only a bug leaves it out, and fails here. */
export function knownValue<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`Nothing is known of ${String(key)}`);
  return value;
}
