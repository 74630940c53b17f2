import {
  Decimal,
  formatDay,
  planDispute,
  planDisputeClosed,
  planPromise,
  runningDisputes,
  type CellRef,
  type Day,
  type DisputeOutcome,
  type LedgerBook,
  type NotedFollowUp,
  type WritePlan,
} from "../../../../core/api";
import { chosenDay } from "../../../session/choice";
import { SessionFailure } from "../../../session/failure";
import type { Money } from "../../../session/views";

/** A dispute as it was typed; empty where nothing was. */
export interface DisputeForm {
  readonly invoiceNumber: string;
  readonly opened: string;
  readonly reasonCode: string;
  readonly amount: string;
  readonly owner: string;
  readonly dueDate: string;
}

/** A promise as it was typed: an invoice, or a customer. */
export interface PromiseForm {
  readonly invoiceNumber: string;
  readonly customerId: string;
  readonly made: string;
  readonly payBy: string;
}

/** The end of a dispute as it was chosen. */
export interface CloseForm {
  /** Its row, 0-based. */
  readonly row: number;
  readonly closed: string;
  readonly outcome: DisputeOutcome;
}

/** A dispute that runs. */
export interface DisputeView {
  readonly row: number;
  readonly at: CellRef;
  readonly disputeId: string;
  readonly invoiceNumber: string;
  readonly customer: string;
  readonly reasonCode: string;
  /** Undefined: all that is open. */
  readonly amount: Money | undefined;
  readonly opened: string;
  readonly dueDate: string;
  readonly owner: string;
}

/** A promise about something that is still open. */
export interface PromiseView {
  /** An invoice; empty where the customer promised all that is due. */
  readonly invoiceNumber: string;
  readonly customer: string;
  readonly made: string;
  readonly payBy: string;
  /** The day has passed, and it is still open. */
  readonly isBroken: boolean;
}

const dayText = (day: Day | undefined): string => (day === undefined ? "" : formatDay(day));

/** Disputes that run at the day, the one opened first at the top. */
export function disputesOf(opened: LedgerBook): DisputeView[] {
  const { numbers, documents, settings } = opened.book;
  return runningDisputes(opened)
    .sort((a, b) => a.dispute.opened - b.dispute.opened)
    .map(({ dispute, at }) => {
      const number = numbers.find(dispute.invoiceNumber) ?? dispute.invoiceNumber;
      const document = documents.find((candidate) => candidate.number === number);
      const currency = document?.currency ?? settings.currency;
      return {
        row: dispute.row,
        at,
        disputeId: dispute.disputeId ?? "",
        invoiceNumber: number,
        customer: document?.customerName ?? "",
        reasonCode: dispute.reasonCode,
        amount: dispute.amount && { currency, amount: dispute.amount.toNumber() },
        opened: formatDay(dispute.opened),
        dueDate: dayText(dispute.dueDate),
        owner: dispute.owner ?? "",
      };
    });
}

/** Promises made by the day about what is still open, the one due first at the top. */
export function promisesOf({ book, ledger }: LedgerBook): PromiseView[] {
  const isOpen = (number: string, customerId: string): boolean =>
    ledger.documents.some(
      (document) =>
        (number === "" ? document.customerId === customerId : document.number === number) &&
        !document.isCredit &&
        ledger.openOf(document).greaterThan(0),
    );
  return book.promises
    .filter(({ made }) => made <= ledger.asOf)
    .sort((a, b) => a.payBy - b.payBy)
    .flatMap(({ invoiceNumber: written = "", customerId = "", made, payBy }) => {
      const invoiceNumber = written === "" ? "" : (book.numbers.find(written) ?? written);
      if (!isOpen(invoiceNumber, customerId)) return [];
      const document = book.documents.find((candidate) =>
        invoiceNumber === "" ? candidate.customerId === customerId : candidate.number === invoiceNumber,
      );
      const isBroken = payBy < ledger.asOf;
      const days = { made: formatDay(made), payBy: formatDay(payBy) };
      return [{ invoiceNumber, customer: document?.customerName ?? customerId, ...days, isBroken }];
    });
}

function invoiceOf({ ledger, book }: LedgerBook, typed: string) {
  const number = book.numbers.find(typed.trim()) ?? typed.trim();
  const found = ledger.documents.find((document) => document.number === number && !document.isCredit);
  if (found) return found;
  throw new SessionFailure({
    code: "MISSING",
    message: `There is no issued invoice “${typed}” at ${formatDay(ledger.asOf)}.`,
  });
}

function amountOf(typed: string): Decimal | undefined {
  const text = typed.trim();
  if (text === "") return undefined;
  if (/^\d{1,12}([.]\d{1,4})?$/.test(text) && Number(text) > 0) return new Decimal(text);
  throw new SessionFailure({
    code: "BAD_VALUE",
    message: `“${typed}” is no amount above 0: write it like 120.50.`,
  });
}

const optionalDay = (typed: string): Day | undefined => (typed === "" ? undefined : chosenDay(typed));

function planned(noted: NotedFollowUp): WritePlan {
  if (noted.ok) return noted.plan;
  throw new SessionFailure({ code: "NAME_TAKEN", message: `${noted.source}: ${noted.reason}.` });
}

/** A row of Disputes. */
export function planOfDispute(opened: LedgerBook, form: DisputeForm): WritePlan {
  const { number } = invoiceOf(opened, form.invoiceNumber);
  const reasonCode = form.reasonCode.trim();
  if (reasonCode === "")
    throw new SessionFailure({
      code: "BAD_VALUE",
      message: "Say in Reason code what the dispute is about, such as PRICE.",
    });
  const dispute = {
    invoiceNumber: number,
    opened: chosenDay(form.opened),
    reasonCode,
    amount: amountOf(form.amount),
    owner: form.owner.trim(),
    dueDate: optionalDay(form.dueDate),
  };
  return planned(planDispute(opened, dispute));
}

/** A row of Promises. */
export function planOfPromise(opened: LedgerBook, form: PromiseForm): WritePlan {
  const [made, payBy] = [chosenDay(form.made), chosenDay(form.payBy)];
  if (payBy < made)
    throw new SessionFailure({
      code: "BAD_DATE",
      message: `Pay by ${form.payBy} is before the promise was made, ${form.made}.`,
    });
  const customerId = form.customerId.trim();
  const typed = form.invoiceNumber.trim();
  if (typed === "" && !opened.ledger.documents.some((document) => document.customerId === customerId))
    throw new SessionFailure({
      code: "MISSING",
      message:
        customerId === ""
          ? "Name an invoice, or a customer who promised to pay all that is due."
          : `There is no customer “${customerId}” with a document.`,
    });
  const invoiceNumber = typed === "" ? "" : invoiceOf(opened, typed).number;
  // Where an invoice is named it says whose it is.
  const promise = { invoiceNumber, customerId: typed === "" ? customerId : "", made, payBy };
  return planned(planPromise(opened, promise));
}

/** Closed and Outcome of a row of Disputes. */
export function planOfClosing(opened: LedgerBook, { row, closed, outcome }: CloseForm): WritePlan {
  return planned(planDisputeClosed(opened, row, { closed: chosenDay(closed), outcome }));
}
