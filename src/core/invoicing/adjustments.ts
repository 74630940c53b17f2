import { groupBy } from "../base/groupBy";
import { contains, type Period } from "../calendar/period";
import { formatDay } from "../calendar/day";
import type { Adjustment, Catalog, Contract } from "../catalog/records";
import { suggester, suggestId, type SuggestId } from "../catalog/suggest";
import { makeIssue, type Report } from "../issues/issue";
import type { RegisteredInvoice, DocumentRegister } from "../documents/register";
import { minorDigits } from "../money/currency";
import { one, sum, zero, type Decimal } from "../money/decimal";
import { round } from "../money/round";
import { formatMoney } from "../money/format";
import type { InvoiceLine } from "./invoice";

/** An adjustment of the run with the contract whose document carries it. */
export interface PlacedAdjustment {
  readonly adjustment: Adjustment;
  readonly contract: Contract;
  /** The invoice that it corrects: then it stands on a credit note of its own. */
  readonly corrects: RegisteredInvoice | undefined;
}

/** What is looked up in the register for every adjustment. */
interface BilledBefore {
  readonly isBilled: (adjustment: Adjustment) => boolean;
  /** A document that stands, by its number. */
  readonly invoiceOf: (number: string) => RegisteredInvoice | undefined;
  readonly suggestInvoice: SuggestId;
}

function billedBefore({ lines, invoices }: DocumentRegister): BilledBefore {
  const billed = lines.filter(({ isFinal, kind }) => isFinal && kind === "adjustment");
  const byDescription = groupBy(billed, ({ description }) => description);
  const byNumber = groupBy(
    invoices.filter(({ isVoid }) => !isVoid),
    ({ invoiceNumber }) => invoiceNumber,
  );
  return {
    isBilled: ({ description, amount, date }) =>
      (byDescription.get(description) ?? []).some(
        (line) => line.amount.equals(amount) && line.period?.to === date,
      ),
    invoiceOf: (number) => byNumber.get(number)?.[0],
    suggestInvoice: suggester(() => invoices.map(({ invoiceNumber }) => invoiceNumber)),
  };
}

/** The contract of an adjustment: its own, else that of the invoice it corrects, else the customer's first. */
function contractOf(
  adjustment: Adjustment,
  corrects: RegisteredInvoice | undefined,
  catalog: Catalog,
): Contract | undefined {
  const contractId = adjustment.contractId ?? (corrects?.contractId || corrects?.lines[0]?.contractId);
  if (contractId) return catalog.contractById.get(contractId);
  const own = catalog.contractsOfCustomer.get(adjustment.customerId ?? "") ?? [];
  return own.find(({ service }) => contains(service, adjustment.date)) ?? own[0];
}

/** What is left to credit of an invoice: its net less the credit notes that correct it. */
function creditable(invoice: RegisteredInvoice, register: DocumentRegister): Decimal {
  const net = (document: RegisteredInvoice) =>
    document.subtotal ?? sum(document.lines.map(({ amount }) => amount));
  const credits = register.invoices.filter(
    ({ corrects, isVoid, isFinal }) => corrects === invoice.invoiceNumber && isFinal && !isVoid,
  );
  return net(invoice).plus(sum(credits.map(net)));
}

function place(
  adjustment: Adjustment,
  catalog: Catalog,
  { invoiceOf, suggestInvoice }: BilledBefore,
  report: Report,
): PlacedAdjustment | undefined {
  const { at, invoiceNumber, amount } = adjustment;
  const holds = adjustment.contractId === undefined ? [] : [adjustment.contractId];
  const corrects = invoiceNumber === undefined ? undefined : invoiceOf(invoiceNumber);
  if (invoiceNumber !== undefined && !corrects) {
    const words = { hint: suggestInvoice(invoiceNumber) };
    report(makeIssue("UNKNOWN_INVOICE", { at, value: invoiceNumber, words, holds }));
    return undefined;
  }
  const contract = contractOf(adjustment, corrects, catalog);
  if (!contract) {
    const value = adjustment.contractId ?? adjustment.customerId ?? "";
    const known =
      adjustment.contractId === undefined
        ? catalog.customers.keys()
        : catalog.contracts.map(({ contractId }) => contractId);
    const code = adjustment.contractId === undefined ? "UNKNOWN_CUSTOMER" : "UNKNOWN_CONTRACT";
    if (!catalog.unreadable.has(value))
      report(makeIssue(code, { at, value, words: { hint: suggestId(value, known) } }));
    return undefined;
  }
  if (adjustment.reasonCode === undefined) {
    report(
      makeIssue("CREDIT_WITHOUT_REASON", {
        at: adjustment.reasonAt,
        value: amount.toString(),
        holds: [contract.contractId],
      }),
    );
    return undefined;
  }
  if (adjustment.isAmongCredits && amount.greaterThan(0)) {
    report(makeIssue("AMBIGUOUS_SIGN", { at, value: amount.toString(), holds: [contract.contractId] }));
    return undefined;
  }
  return { adjustment, contract, corrects };
}

/** Credits of one invoice never exceed what is left of it; those that do are reported and not placed. */
function withinCreditable(
  placed: readonly PlacedAdjustment[],
  register: DocumentRegister,
  report: Report,
): PlacedAdjustment[] {
  const left = new Map<string, Decimal>();
  return placed.filter(({ adjustment, corrects, contract }) => {
    if (!corrects || !adjustment.amount.isNegative()) return true;
    const rest = left.get(corrects.invoiceNumber) ?? creditable(corrects, register);
    const after = rest.plus(adjustment.amount);
    if (after.isNegative() && !after.isZero()) {
      const words = { left: formatMoney(rest, contract.currency), invoice: corrects.invoiceNumber };
      const value = formatMoney(adjustment.amount, contract.currency);
      const stake = { amount: adjustment.amount, currency: contract.currency };
      report(makeIssue("OVER_CREDITED", { at: adjustment.at, value, words, stake }));
      return false;
    }
    left.set(corrects.invoiceNumber, after);
    return true;
  });
}

/** The adjustments that a run bills, each with its contract; earlier ones that no document carries are reported. */
export function placeAdjustments(
  catalog: Catalog,
  register: DocumentRegister,
  run: Period,
  report: Report,
): PlacedAdjustment[] {
  const before = billedBefore(register);
  const open = catalog.adjustments.filter((adjustment) => !before.isBilled(adjustment));
  for (const { at, date, amount } of open) {
    if (date >= run.from) continue;
    report(
      makeIssue("ADJUSTMENT_NOT_BILLED", { at, value: amount.toString(), words: { day: formatDay(date) } }),
    );
  }
  const due = open.filter(({ date }) => contains(run, date));
  const placed = due.flatMap((adjustment) => place(adjustment, catalog, before, report) ?? []);
  return withinCreditable(placed, register, report);
}

/** The invoice line of an adjustment, in the contract's minor unit. */
export function adjustmentLine({ adjustment, contract }: PlacedAdjustment): InvoiceLine {
  const amount = round(adjustment.amount, minorDigits(contract.currency), "half_up");
  const approved = adjustment.approvedBy === undefined ? "" : `, approved by ${adjustment.approvedBy}`;
  return {
    contractId: contract.contractId,
    priceId: adjustment.adjustmentId ?? "",
    product: "Adjustment",
    description: adjustment.description,
    kind: "adjustment",
    tier: "",
    period: { from: adjustment.date, to: adjustment.date },
    quantity: one,
    unit: "",
    unitPrice: amount,
    flatFee: zero,
    amount,
    taxCode: adjustment.taxCode ?? contract.taxCode,
    taxRate: zero,
    sourceRows: 0,
    explanation: `adjustment of ${formatMoney(amount, contract.currency)}, reason ${adjustment.reasonCode ?? ""}${approved}`,
    item: undefined,
  };
}
