import { contains, type Period } from "../calendar/period";
import { formatDay } from "../calendar/day";
import { groupBy } from "../base/groupBy";
import type { Adjustment, Catalog, Contract } from "../catalog/records";
import { suggester, suggestId, type SuggestId } from "../catalog/suggest";
import { makeIssue, type Report } from "../issues/issue";
import type { RegisteredInvoice, DocumentRegister } from "../documents/register";
import type { Settings } from "../settings/settings";
import { openAdjustments } from "./billedAdjustments";
import { CorrectedInvoices, type Correction } from "./correctedInvoices";
import { isReplaced } from "./registerChanges";

/** An adjustment of the run with the contract whose document carries it. */
export interface AssignedAdjustment {
  readonly adjustment: Adjustment;
  readonly contract: Contract;
  /** What it corrects, where it names an invoice: then it is on a document of its own. */
  readonly correction: Correction | undefined;
}

/** The reason codes of adjustments on one document. */
export function reasonsOf(adjustments: readonly AssignedAdjustment[]): string {
  return [...new Set(adjustments.flatMap(({ adjustment }) => adjustment.reasonCode ?? []))].join(", ");
}

/** What is looked up in the register for every adjustment. */
interface KnownInvoices {
  /** A document that stands, by its number. */
  readonly invoiceOf: (number: string) => RegisteredInvoice | undefined;
  readonly suggestInvoice: SuggestId;
}

function knownInvoices({ invoices }: DocumentRegister): KnownInvoices {
  const byNumber = groupBy(
    invoices.filter(({ isVoid }) => !isVoid),
    ({ invoiceNumber }) => invoiceNumber,
  );
  return {
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
  const contractsOfCustomer = catalog.contractsOfCustomer.get(adjustment.customerId ?? "") ?? [];
  return (
    contractsOfCustomer.find(({ service }) => contains(service, adjustment.date)) ?? contractsOfCustomer[0]
  );
}

function assign(
  adjustment: Adjustment,
  catalog: Catalog,
  { invoiceOf, suggestInvoice }: KnownInvoices,
  corrected: CorrectedInvoices,
  report: Report,
): AssignedAdjustment | undefined {
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
  if (!corrects) return { adjustment, contract, correction: undefined };
  const correction = corrected.correct(adjustment, contract, corrects);
  return correction && { adjustment, contract, correction };
}

/** The adjustments that a run bills, each with its contract; earlier ones that no document carries are reported. */
export function assignAdjustments(
  catalog: Catalog,
  register: DocumentRegister,
  settings: Settings,
  run: Period,
  report: Report,
): AssignedAdjustment[] {
  const open = openAdjustments(catalog, register, settings);
  for (const { at, date, amount } of open) {
    if (date >= run.from) continue;
    report(
      makeIssue("ADJUSTMENT_NOT_BILLED", { at, value: amount.toString(), words: { day: formatDay(date) } }),
    );
  }
  const kept = { invoices: register.invoices.filter((invoice) => !isReplaced(invoice, run)) };
  const known = knownInvoices(register);
  const corrected = new CorrectedInvoices(kept, settings, report);
  const due = open.filter(({ date }) => contains(run, date));
  return due.flatMap((adjustment) => assign(adjustment, catalog, known, corrected, report) ?? []);
}
