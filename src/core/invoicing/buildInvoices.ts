import { compareText } from "../base/name";
import { groupBy, type Group } from "../base/groupBy";
import { formatPeriod } from "../calendar/period";
import type { Contract } from "../catalog/records";
import type { Settings } from "../settings/settings";
import type { Report } from "../issues/issue";
import type { RatedItem } from "../rating/ratedItem";
import { reasonsOf, type AssignedAdjustment } from "./adjustments";
import { buildCorrections, isCorrection } from "./buildCorrections";
import { adjustmentLine } from "./correctionLines";
import type { Invoice } from "./invoice";
import { linesOfItems } from "./invoiceLines";
import { invoiceDateOf, makeDraft, type DraftingRun } from "./makeDraft";
import { taxLines } from "./tax";

/** What one contract brings to the run's documents. */
export interface ContractCharges {
  readonly contract: Contract;
  readonly items: readonly RatedItem[];
  readonly adjustments: readonly AssignedAdjustment[];
  /** Usage rows were read for it, whatever their quantity. */
  readonly hasUsage: boolean;
}

export interface BuildInput extends DraftingRun {
  readonly report: Report;
}

/** Whether a document is written: always with an amount, without one as the setting says. */
function isWritten(invoice: Invoice, hasUsage: boolean, settings: Settings): boolean {
  if (invoice.lines.length === 0) return false;
  const isZero = invoice.total.isZero() && invoice.lines.every(({ amount }) => amount.isZero());
  if (!isZero) return true;
  return settings.zeroInvoices === "always" || (settings.zeroInvoices === "with_usage" && hasUsage);
}

/** Reason of a document that is negative because corrections of usage outweigh the rest. */
const CORRECTED_USAGE = "USAGE";

/** The document of contracts that are billed together, as far as there is something to bill. */
function invoiceOf(group: Group<ContractCharges>, key: string, input: BuildInput): Invoice | undefined {
  const { settings, catalog, report, run } = input;
  const contracts = group.map(({ contract }) => contract);
  const first = group[0].contract;
  const invoiceAdjustments = group.flatMap(({ adjustments }) =>
    adjustments.filter((adjustment) => !isCorrection(adjustment)),
  );
  const items = group.flatMap((charges) => charges.items);
  const lines = [
    ...linesOfItems(items, settings),
    ...invoiceAdjustments.map(({ adjustment, contract }) => adjustmentLine(adjustment, contract)),
  ];
  const billed = contracts.filter(({ contractId }) => lines.some((line) => line.contractId === contractId));
  const parties = billed.length > 0 ? billed : contracts;
  const { currency } = first;
  const invoiceDate = invoiceDateOf(run, settings);
  const { at } = billed[0] ?? first;
  const taxed = taxLines({ lines, invoiceDate, currency, catalog, settings, at, report });
  const invoice = makeDraft(
    { key, contracts: parties, currency, taxed, corrects: "", reasonCode: "" },
    input,
  );
  const hasUsage = group.some((charges) => charges.hasUsage);
  const reasonCode = invoice.type === "credit_note" ? reasonsOf(invoiceAdjustments) || CORRECTED_USAGE : "";
  return isWritten(invoice, hasUsage, settings) ? { ...invoice, reasonCode } : undefined;
}

/** The run's documents: one per contract (or customer) and currency, and corrections; sorted by their keys. */
export function buildInvoices(charges: readonly ContractCharges[], input: BuildInput): Invoice[] {
  const { settings, run } = input;
  const byCustomer = settings.invoiceGrouping === "customer";
  const ownerOf = ({ customer, contractId }: Contract) =>
    byCustomer || contractId === "" ? customer.customerId : contractId;
  const groups = groupBy(charges, ({ contract }) => `${ownerOf(contract)}|${contract.currency}`);
  const adjustments = charges.flatMap((charge) => charge.adjustments);
  const invoices = [...groups.values()].flatMap((group) => {
    const { contract } = group[0];
    const key = `DRAFT-${ownerOf(contract)}-${formatPeriod(run.period)}-${contract.currency}`;
    return invoiceOf(group, key, input) ?? [];
  });
  return [...invoices, ...buildCorrections(adjustments, input)].sort((a, b) =>
    compareText(a.number, b.number),
  );
}
