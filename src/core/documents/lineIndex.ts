import { nameKey } from "../base/name";
import type { InvoiceLineRecord } from "./invoiceLines.table";
import { isStepOfPrice } from "./lineKinds";

/** The names by which a line can say which price it bills. */
export interface PriceNames {
  readonly priceId: string;
  readonly product: string;
  readonly meter: string;
}

/** What a line says about which price it bills. */
type NamingLine = Pick<InvoiceLineRecord, "kind" | "priceId" | "product">;

/** Lines of one contract by the price that they name, so that thousands of prices find theirs at once. */
export interface LineIndex<Line> {
  readonly lines: readonly Line[];
  /** Lines that bill a price, in their order. */
  readonly of: (price: PriceNames) => readonly Line[];
}

const byId = (priceId: string) => `id ${priceId}`;
const byName = (name: string) => `name ${nameKey(name)}`;

/** A line names a price by Price ID where it has one, else by product or meter. */
function keyOf({ kind, priceId, product }: NamingLine): string | undefined {
  if (!isStepOfPrice({ kind })) return undefined;
  if (priceId !== undefined) return byId(priceId);
  return product === undefined ? undefined : byName(product);
}

export function indexLines<Line extends NamingLine>(lines: readonly Line[]): LineIndex<Line> {
  const groups = new Map<string, { readonly line: Line; readonly position: number }[]>();
  for (const [position, line] of lines.entries()) {
    const key = keyOf(line);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push({ line, position });
    else groups.set(key, [{ line, position }]);
  }
  return {
    lines,
    of: ({ priceId, product, meter }) => {
      const keys = new Set([byId(priceId), byName(product), byName(meter)]);
      const found = [...keys].flatMap((key) => groups.get(key) ?? []);
      return found.sort((a, b) => a.position - b.position).map(({ line }) => line);
    },
  };
}
