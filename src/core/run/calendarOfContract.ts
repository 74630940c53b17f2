import { unheard } from "../issues/issue";
import { formatDay, type Day } from "../calendar/day";
import type { Period } from "../calendar/period";
import type { Contract } from "../catalog/records";
import { billedServiceOf } from "../documents/billedService";
import type { Snapshot } from "../grid/grid";
import type { Decimal } from "../money/decimal";
import { sum } from "../money/decimal";
import { contractCalendar, type CalendarRow } from "../reconciliation/contractCalendar";
import { prepareBook, type PreparedBook } from "./prepareBook";
import { registerAsIs, timeOfBook } from "./reconcileBook";

/** The billing periods of a contract in some days, and what they come to. */
export interface ContractCalendar {
  readonly contract: Contract;
  readonly asOf: Day;
  readonly rows: readonly CalendarRow[];
  readonly total: Readonly<Record<"expected" | "billed" | "credited" | "late" | "open", Decimal>>;
}

export type CalendarResult =
  | ({ readonly ok: true } & ContractCalendar)
  /** Why there is none, in half a sentence. */
  | { readonly ok: false; readonly reason: string };

function calendarIn(book: PreparedBook, contract: Contract, days: Period): CalendarRow[] {
  const register = registerAsIs(book.register);
  const billed = billedServiceOf(register, book.settings);
  return contractCalendar(contract, days, {
    ...book,
    report: unheard,
    rated: new Map(),
    run: days,
    register,
    billed,
    standing: billed,
    billing: undefined,
    expectedTime: [],
    held: new Set(),
    lateBilled: [],
  });
}

/**
 * The calendar of a contract by the workbook as it is. What is due later than the day given is not expected yet; by
 * default that is the last day of the latest month with usage or documents.
 */
export function calendarOfContract(
  snapshot: Snapshot,
  contractId: string,
  { days, asOf: given }: { readonly days: Period; readonly asOf: Day | undefined },
): CalendarResult {
  const { inputs, book } = prepareBook(
    snapshot,
    { period: days, asOf: undefined, giveNumbers: false },
    unheard,
  );
  const asOf = given ?? timeOfBook(inputs)?.to ?? days.to;
  const contract = inputs.catalog.contracts.find((candidate) => candidate.contractId === contractId);
  if (!book || !contract) {
    const isUnreadable = inputs.catalog.unreadable.has(contractId);
    return {
      ok: false,
      reason: isUnreadable ? `contract ${contractId} cannot be read` : `there is no contract ${contractId}`,
    };
  }
  const rows = calendarIn({ ...book, asOf }, contract, days);
  if (rows.length === 0 && !contract.isSuspended)
    return {
      ok: false,
      reason: `contract ${contractId} is not in force from ${formatDay(days.from)} to ${formatDay(days.to)}`,
    };
  const of = (field: keyof ContractCalendar["total"]) => sum(rows.map((row) => row[field]));
  const total = {
    expected: of("expected"),
    billed: of("billed"),
    credited: of("credited"),
    late: of("late"),
    open: of("open"),
  };
  return { ok: true, contract, asOf, rows, total };
}
