import { DRAFT } from "../documents/draftKey";
import { compareText } from "../base/name";
import { groupBy } from "../base/groupBy";
import { formatPeriod } from "../calendar/period";
import type { Settings } from "../settings/settings";
import { reasonsOf } from "./adjustments";
import { buildCorrections } from "./buildCorrections";
import { contractAdjustments, type Bill, type BuildInput, type ContractCharges } from "./chain/bill";
import { followDocumentChain } from "./chain/chain";
import type { Invoice } from "./invoice";
import { billingOf, type Billing } from "./payers";
import { makeDraft } from "./makeDraft";

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
function invoiceOf(
  { key, charges, currency, lines, taxes }: Bill,
  paid: Billing["paid"],
  input: BuildInput,
): Invoice | undefined {
  const contracts = charges.map(({ contract }) => paid(contract));
  const billed = contracts.filter(({ contractId }) => lines.some((line) => line.contractId === contractId));
  const parties = billed.length > 0 ? billed : contracts;
  const taxed = { lines, taxes };
  const invoice = makeDraft(
    { key, contracts: parties, currency, taxed, corrects: "", reasonCode: "" },
    input,
  );
  const hasUsage = charges.some((charge) => charge.hasUsage);
  const adjustments = charges.flatMap((charge) => contractAdjustments(charge));
  const reasonCode = invoice.type === "credit_note" ? reasonsOf(adjustments) || CORRECTED_USAGE : "";
  return isWritten(invoice, hasUsage, input.settings) ? { ...invoice, reasonCode } : undefined;
}

/** The run's documents: one per contract (or customer) and currency, and corrections; sorted by their keys. */
export function buildInvoices(charges: readonly ContractCharges[], input: BuildInput): Invoice[] {
  const { settings, run } = input;
  const { ownerOf, paid } = billingOf(input.catalog, settings);
  const groups = groupBy(charges, ({ contract }) => `${ownerOf(contract)}|${contract.currency}`);
  const adjustments = charges.flatMap((charge) => charge.adjustments);
  const bills = [...groups.values()].map((group): Bill => {
    const { contract } = group[0];
    const key = `${DRAFT}${ownerOf(contract)}-${formatPeriod(run.period)}-${contract.currency}`;
    return { key, charges: group, currency: contract.currency, lines: [], taxes: [] };
  });
  const invoices = followDocumentChain(bills, input).flatMap((bill) => invoiceOf(bill, paid, input) ?? []);
  return [...invoices, ...buildCorrections(adjustments, input)].sort((a, b) =>
    compareText(a.number, b.number),
  );
}
