import type { Day } from "../calendar/day";
import type { Period } from "../calendar/period";
import { formatPeriod } from "../calendar/period";
import type { CellRef } from "../grid/grid";
import type { Severity } from "../issues/issueCodes";
import { zero, type Decimal } from "../money/decimal";

export const checkTitles = {
  usage: "Usage to invoice",
  contract: "Contract to invoice",
  cash: "Invoice to cash",
  deal: "Deal to contract",
  ledger: "Ledger to ledger",
} as const;
export type CheckId = keyof typeof checkTitles;

interface FindingCodeDefinition {
  readonly check: CheckId;
  readonly severity: Severity;
  /** What it means, for the reference. */
  readonly means: string;
}

const code = (
  check: CheckId,
  severity: FindingCodeDefinition["severity"],
  means: string,
): FindingCodeDefinition => ({ check, severity, means });

/** Every code of the reconciliation report. Codes are public: one may be retired, never given a new meaning. */
export const findingCodes = {
  UNBILLED_USAGE: code("usage", "error", "usage of a contract that no invoice line bills"),
  USAGE_WITHOUT_CONTRACT: code("usage", "error", "usage of no known contract, or outside its dates"),
  QUANTITY_MISMATCH: code("usage", "error", "the billed quantity is not the metered one"),
  PRICE_MISMATCH: code("usage", "error", "the billed price is not the contract's"),
  AMOUNT_MISMATCH: code("usage", "error", "quantity and price agree, the amount does not"),
  UNIT_MISMATCH: code(
    "usage",
    "error",
    "quantities or amounts differ by a power of ten: a unit was mistaken",
  ),
  DISCOUNT_EXPIRED: code("usage", "error", "billed with a discount that had ended before the period"),
  DUPLICATE_USAGE: code(
    "usage",
    "info",
    "usage rows that stand twice and count once; an error where both were billed",
  ),
  LATE_USAGE: code("usage", "error", "usage that came after its period was billed"),
  CONTRACT_WITHOUT_USAGE: code("contract", "info", "an active contract with nothing to bill in the period"),
  MISSING_PERIOD: code("contract", "error", "a period with a fee or minimum due that has no invoice"),
  MINIMUM_NOT_BILLED: code("contract", "error", "a minimum or commitment was not reached and not topped up"),
  DUPLICATE_INVOICE: code("contract", "error", "a contract period billed twice"),
  DUPLICATE_NUMBER: code("contract", "error", "one invoice number on several documents"),
  EXPIRED_CONTRACT_BILLED: code(
    "contract",
    "error",
    "billed for days on which the contract was not in force",
  ),
  CREDIT_WITHOUT_REASON: code("contract", "error", "a credit note without a reason code"),
  OVER_CREDITED: code("contract", "error", "more credited than the invoice was for"),
  INVOICE_WITHOUT_CONTRACT: code("contract", "error", "billed under a contract that is not in Contracts"),
  INVOICE_NUMBER_GAP: code("contract", "warning", "a number missing from the sequence"),
  CURRENCY_MISMATCH: code("contract", "error", "billed in another currency than the contract's"),
  SHORT_PAYMENT: code("cash", "warning", "an invoice of which only a part was paid"),
  UNAPPLIED_CASH: code("cash", "warning", "money that went against nothing"),
  DUPLICATE_PAYMENT: code("cash", "warning", "a payment not applied that equals an applied one: paid twice"),
  DEAL_WITHOUT_CONTRACT: code("deal", "error", "a won deal or subscription that Contracts does not have"),
  QUOTE_MISMATCH: code("deal", "error", "value, start, term or discount of the deal is not the contract's"),
  MISSING_THERE: code("ledger", "error", "open here, and not among the open items of the other system"),
  MISSING_HERE: code("ledger", "error", "open in the other system, and not here"),
  AMOUNT_DIFFERS: code("ledger", "error", "open in both, with other amounts"),
  CUSTOMER_DIFFERS: code("ledger", "warning", "open in both, of other customers"),
  CURRENCY_DIFFERS: code("ledger", "error", "open in both, in other currencies"),
} as const satisfies Record<string, FindingCodeDefinition>;
export type FindingCode = keyof typeof findingCodes;

/** Checks of a file against the workbook: no blocks of a run's report. */
const OF_FILES: ReadonlySet<CheckId> = new Set(["deal", "ledger"]);

/** The blocks of the report in their order: those for which there is a code to be found. */
export const blocks = (Object.keys(checkTitles) as CheckId[]).filter(
  (block) =>
    !OF_FILES.has(block) &&
    Object.values<FindingCodeDefinition>(findingCodes).some(({ check }) => check === block),
);

/** The row of Adjustments that would make good what a finding shows. It bills nothing until somebody writes it there. */
export interface Proposal {
  readonly contractId: string;
  readonly customerId: string;
  readonly date: Day;
  /** Before tax; below 0 is a credit, above 0 an extra line. */
  readonly amount: Decimal;
  readonly description: string;
  readonly reasonCode: string;
  /** Empty where the invoice has one tax code. */
  readonly taxCode: string;
  readonly invoiceNumber: string;
}

/** One difference, with one cause. Expected − found; positive is under-billed. */
export interface Finding {
  readonly code: FindingCode;
  /** The code's, unless what was found is settled already. */
  readonly severity: Severity;
  readonly customerId: string;
  readonly contractId: string;
  readonly invoiceNumber: string;
  readonly period: Period | undefined;
  readonly meter: string;
  readonly expected: Decimal;
  readonly found: Decimal;
  readonly difference: Decimal;
  readonly currency: string;
  /** A plain sentence. */
  readonly cause: string;
  readonly source: CellRef | undefined;
  /** The correction that would make it good, for somebody to decide. */
  readonly proposal?: Proposal;
}

type Blank =
  | "severity"
  | "customerId"
  | "contractId"
  | "invoiceNumber"
  | "period"
  | "meter"
  | "expected"
  | "found"
  | "source";

/** A finding; what is not given is empty, and the difference is expected − found unless it is given. */
export function finding(
  given: Pick<Finding, "code" | "currency" | "cause"> & Partial<Pick<Finding, Blank | "difference">>,
): Finding {
  const { expected = zero, found = zero } = given;
  return {
    severity: findingCodes[given.code].severity,
    customerId: "",
    contractId: "",
    invoiceNumber: "",
    period: undefined,
    meter: "",
    source: undefined,
    difference: expected.minus(found),
    ...given,
    expected,
    found,
  };
}

/** Stays the same from run to run, so that what people wrote beside a finding is found again; several may share it. */
export function findingKey(
  subject: Pick<Finding, "code" | "contractId" | "invoiceNumber" | "meter" | "period" | "customerId">,
): string {
  const period = subject.period ? formatPeriod(subject.period) : "";
  return [
    subject.code,
    subject.customerId,
    subject.contractId,
    subject.invoiceNumber,
    period,
    subject.meter,
  ].join("|");
}
