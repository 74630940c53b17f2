/** A number with its noun: "1 row", "1,234 rows"; `many` where the plural is not the noun and an s. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
