import { groupBy, lastOf } from "../../base/groupBy";
import { compareText, nameKey } from "../../base/name";
import { pricesTable } from "../../catalog/prices.table";
import { asCredit } from "../../documents/creditSigns";
import { netOf } from "../../documents/documentKinds";
import { isStepOfPrice } from "../../documents/lineKinds";
import type { RegisteredLine } from "../../documents/register";
import { minorDigits } from "../../money/currency";
import { sum, type Decimal } from "../../money/decimal";
import { round } from "../../money/round";
import type { OpenDocument } from "../book";
import type { Ledger } from "../ledger";
import { readInput } from "../parties";
import { unheard } from "../../issues/issue";

/** What a customer was billed for a product, net, and what it cost. */
export interface RevenueRow {
  readonly customerId: string;
  readonly customerName: string;
  readonly currency: string;
  readonly product: string;
  readonly revenue: Decimal;
  /** Undefined where no price says what a unit costs. */
  readonly cost: Decimal | undefined;
  readonly margin: Decimal | undefined;
}

type UnitCost = (line: RegisteredLine) => Decimal | undefined;

/** What a unit costs: by the price that a line names, else by contract and product. */
function unitCosts({ snapshot, settings }: Ledger["book"]): UnitCost {
  const byPrice = new Map<string, Decimal>();
  const byProduct = new Map<string, Decimal>();
  const productKey = (contractId: string, product: string) => `${contractId}|${nameKey(product)}`;
  for (const { priceId, contractId = "", product, unitCost } of readInput(
    pricesTable,
    snapshot,
    settings,
    unheard,
  ).partly) {
    if (unitCost === undefined) continue;
    if (priceId !== undefined) byPrice.set(priceId, unitCost);
    if (product !== undefined) byProduct.set(productKey(contractId, product), unitCost);
  }
  return ({ priceId, contractId, product = "" }) =>
    (priceId === undefined ? undefined : byPrice.get(priceId)) ??
    byProduct.get(productKey(contractId, product)) ??
    byProduct.get(productKey("", product));
}

interface Sale {
  readonly document: OpenDocument;
  readonly product: string;
  readonly net: Decimal;
  readonly cost: Decimal | undefined;
}

function salesOf(document: OpenDocument, costOf: UnitCost): Sale[] {
  const record = asCredit(document.record);
  const { lines } = record;
  if (lines.length === 0) return [{ document, product: "", net: netOf(record), cost: undefined }];
  return lines.map((line) => {
    const isOfPrice = isStepOfPrice(line) && line.kind !== "discount";
    const unitCost = isOfPrice ? costOf(line) : undefined;
    return {
      document,
      product: line.product ?? "",
      net: line.amount,
      cost: line.quantity && unitCost?.times(line.quantity),
    };
  });
}

/** Revenue of issued documents up to the day of a ledger by customer and product, with cost and margin where known. */
export function revenueOf(ledger: Ledger): RevenueRow[] {
  const costOf = unitCosts(ledger.book);
  const sales = ledger.documents.flatMap((document) => salesOf(document, costOf));
  const groups = groupBy(
    sales,
    ({ document, product }) => `${document.currency}|${document.customerId}|${nameKey(product)}`,
  );
  const rows = [...groups.values()].map((group): RevenueRow => {
    const { document, product } = group[0];
    const { customerId, currency } = document;
    const revenue = sum(group.map(({ net }) => net));
    const costs = group.flatMap(({ cost }) => cost ?? []);
    const cost = costs.length === 0 ? undefined : round(sum(costs), minorDigits(currency), "half_up");
    const customerName = lastOf(group).document.customerName;
    return {
      customerId,
      customerName,
      currency,
      product,
      revenue,
      cost,
      margin: cost && revenue.minus(cost),
    };
  });
  return rows.sort(
    (a, b) =>
      compareText(a.currency, b.currency) ||
      compareText(a.customerId, b.customerId) ||
      compareText(a.product, b.product),
  );
}
