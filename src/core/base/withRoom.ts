type Numbers = Uint8Array | Uint32Array | Int32Array | Float64Array;

/**
 * The array itself if it has so many places, else a copy with as many and at least twice as many as it had, so that
 * filling one costs no more than its length.
 */
export function withRoom<Array extends Numbers>(array: Array, length: number): Array {
  if (length <= array.length) return array;
  const Same = array.constructor as new (length: number) => Array;
  const larger = new Same(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}
