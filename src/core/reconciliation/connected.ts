import { knownValue } from "../base/knownValue";

/** Which of two lists belong together, directly or by what both belong to. */
interface Connected<A, B> {
  readonly left: readonly A[];
  readonly right: readonly B[];
}

/**
 * Splits two lists into the smallest groups that no pair crosses, in order of the left list; what of the right list
 * belongs to nothing is a group for itself. `leftOf` says what of the left list an item of the right one belongs to. Months by the lines that bill them: a line from 15 January to 14 February
 * puts January and February into one group.
 */
export function connected<A, B>(
  left: readonly A[],
  right: readonly B[],
  leftOf: (b: B) => readonly A[],
): Connected<A, B>[] {
  const parent = Array.from({ length: left.length + right.length }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root]!;
    parent[index] = root;
    return root;
  };
  const placeOf = new Map(left.map((a, i) => [a, i]));
  for (const [j, b] of right.entries())
    for (const a of leftOf(b)) parent[rootOf(left.length + j)] = rootOf(knownValue(placeOf, a));
  const groups = new Map<number, { left: A[]; right: B[] }>();
  const groupOf = (index: number) => {
    const root = rootOf(index);
    const known = groups.get(root) ?? { left: [], right: [] };
    groups.set(root, known);
    return known;
  };
  for (const [i, a] of left.entries()) groupOf(i).left.push(a);
  for (const [j, b] of right.entries()) groupOf(left.length + j).right.push(b);
  return [...groups.values()];
}
