import type { Catalog } from "../catalog/records";
import { AMOUNT_HEADER } from "./amounts";

/** Headers of Usage that prices read by themselves: what their conditions compare, and amounts of events. */
export function headersOfPrices({ contracts }: Pick<Catalog, "contracts">): string[] {
  const headers = new Set<string>();
  for (const { prices } of contracts)
    for (const { conditions = [], model } of prices) {
      for (const { column } of conditions) headers.add(column);
      if (model.reads === "amounts") headers.add(AMOUNT_HEADER);
    }
  return [...headers];
}
