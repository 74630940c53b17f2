/** Returns numbers from 0 up to 1, the same for the same seed on every machine (mulberry32). */
export type Random = () => number;

/** A generator of its own for every name, so that a change to one stream leaves the others as they are. */
export function randomOf(name: string): Random {
  let state = seedOf(name);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** 0, 1, ... up to and without `count`. */
export function randomIndex(random: Random, count: number): number {
  return Math.floor(random() * count);
}

/** The index of one of the weights, each as likely as its share. */
export function randomByWeight(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((total, weight) => total + weight, 0);
  const index = weights.findIndex((weight) => (left -= weight) < 0);
  return index < 0 ? weights.length - 1 : index;
}

export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = randomIndex(random, last + 1);
    [result[last], result[chosen]] = [result[chosen]!, result[last]!];
  }
  return result;
}

/** FNV-1a over the UTF-16 units. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return hash;
}
