import { groupBy } from "../base/groupBy";
import { compareText, nameKey } from "../base/name";
import { contains, type Period } from "../calendar/period";
import type { Catalog, Contract } from "../catalog/records";
import type { BilledService } from "../documents/billedService";
import { isNotVoid, netOf } from "../documents/documentKinds";
import { billsService } from "../documents/lineKinds";
import type { DocumentRegister, RegisteredInvoice } from "../documents/register";
import { sum, type Decimal } from "../money/decimal";
import { runOfDocument } from "../comparison/documentFacts";

/** A final document that says of which days it is. */
export interface FinalDocument {
  readonly document: RegisteredInvoice;
  readonly period: Period;
}

/** The final documents of a book that end in one of some periods; all of them where none is given. */
export function finalDocuments({ invoices }: DocumentRegister, periods: readonly Period[]): FinalDocument[] {
  return invoices
    .filter((document) => document.isFinal && isNotVoid(document))
    .flatMap((document): FinalDocument[] => {
      const period = runOfDocument(document);
      const isAsked =
        period !== undefined && (periods.length === 0 || periods.some((days) => contains(days, period.to)));
      return isAsked ? [{ document, period }] : [];
    });
}

/** Runs, each once, in the order of their days. */
export function runsInOrder(periods: readonly Period[]): Period[] {
  return [...groupBy(periods, ({ from, to }) => `${String(from)} ${String(to)}`).values()]
    .map(([first]) => first)
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** A price of a contract in a period. */
export interface PriceInPeriod {
  readonly key: string;
  readonly contractId: string;
  readonly customerId: string;
  readonly priceId: string;
  readonly product: string;
  readonly period: Period;
  readonly currency: string;
}

/** What final documents bill of it, before tax. */
export interface BilledNet extends PriceInPeriod {
  readonly old: Decimal;
}

/** A price is known by its id; lines of other systems, and commitments, by their product. */
export function netKey(
  { contractId, priceId, product, currency }: Omit<PriceInPeriod, "key" | "customerId" | "period">,
  { from, to }: Period,
): string {
  const price = priceId === "" ? ["", nameKey(product)] : [priceId];
  return JSON.stringify([contractId, from, to, currency, ...price]);
}

/** By contract, period and price. */
export function inOrder(
  a: Pick<BilledNet, "contractId" | "period" | "priceId">,
  b: Pick<BilledNet, "contractId" | "period" | "priceId">,
): number {
  return (
    compareText(a.contractId, b.contractId) ||
    a.period.from - b.period.from ||
    a.period.to - b.period.to ||
    compareText(a.priceId, b.priceId)
  );
}

/** The nets of documents by contract, price and period; a document without lines is one net of its own. */
export function billedNets(documents: readonly FinalDocument[], { contractById }: Catalog): BilledNet[] {
  const pieces = documents.flatMap(({ document, period }) => {
    const { lines, currency: ofDocumentCurrency, customerId: ofDocument } = document;
    const of = (contractId: string, priceId: string, product: string, amount: Decimal) => {
      const contract = contractById.get(contractId);
      const currency = ofDocumentCurrency ?? contract?.currency ?? "";
      const customerId = ofDocument ?? contract?.customer.customerId ?? "";
      const named = { contractId, priceId, product, currency };
      return { key: netKey(named, period), ...named, customerId, period, amount };
    };
    if (lines.length === 0) return [of(document.contractId ?? "", "", "", netOf(document))];
    return lines.map(({ contractId, priceId = "", product = "", amount }) =>
      of(contractId, priceId, product, amount),
    );
  });
  const nets = [...groupBy(pieces, ({ key }) => key).values()].map((group): BilledNet => {
    const { amount: _amount, ...first } = group[0];
    const product = group.find((piece) => piece.product !== "")?.product ?? "";
    return { ...first, product, old: sum(group.map(({ amount }) => amount)) };
  });
  return nets.sort(inOrder);
}

/** Contracts that documents of one run bill together, so that they are rounded together. */
export interface RunDocument {
  readonly run: Period;
  readonly currency: string;
  readonly contracts: readonly Contract[];
  /** As they were billed. */
  readonly documents: readonly RegisteredInvoice[];
}

/** What was billed by rating, document by document: those that correct others or no longer bill their days are left out. */
export function ratedDocuments(
  documents: readonly FinalDocument[],
  { contractById }: Catalog,
  billed: BilledService,
  byCustomer: boolean,
): RunDocument[] {
  const live = documents.filter(
    ({ document }) => document.corrects === undefined && !billed.isCancelled(document),
  );
  const pairs = live.flatMap(({ document, period }) => {
    const named = document.lines.filter(billsService).map((line) => line.contractId);
    const ids = new Set(document.contractId === undefined ? named : [document.contractId, ...named]);
    return [...ids].flatMap((id) => {
      const contract = contractById.get(id);
      const party = byCustomer ? (contract?.customer.customerId ?? "") : id;
      const run = `${String(period.from)} ${String(period.to)}`;
      return contract ? [{ contract, period, document, key: `${run} ${contract.currency} ${party}` }] : [];
    });
  });
  return [...groupBy(pairs, ({ key }) => key).values()].map((group) => ({
    run: group[0].period,
    currency: group[0].contract.currency,
    contracts: [...new Set(group.map(({ contract }) => contract))],
    documents: [...new Set(group.map(({ document }) => document))],
  }));
}
