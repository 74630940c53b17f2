/** Items that have a key in common: there is always a first one. */
export type Group<Item> = [Item, ...Item[]];

/** Items by key, groups and items in order of first appearance. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Group<Item>> {
  const groups = new Map<Key, Group<Item>>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The last item of some that are not empty. */
export function lastOf<Item>(items: readonly [Item, ...Item[]]): Item {
  return items.at(-1) ?? items[0];
}
