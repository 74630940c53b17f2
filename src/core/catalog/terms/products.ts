import { nameKey } from "../../base/name";

/** The products that a row names, by nameKey; undefined for all. */
export type Products = ReadonlySet<string> | undefined;

/** "A; B" names two products; nothing names all. */
export function productsOf(text: string | undefined): Products {
  const names = (text ?? "")
    .split(";")
    .map(nameKey)
    .filter((name) => name !== "");
  return names.length === 0 ? undefined : new Set(names);
}

export const isAmong = (products: Products, product: string) =>
  products === undefined || products.has(nameKey(product));
