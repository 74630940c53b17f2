import type { Argument } from "../../../simulatedExcel";
import { column, ErrorShown, type Sheet } from "./sheet";

export interface OpenItem {
  readonly number: string;
  readonly balance: number;
}

/** What a payment pays, by the numbers of the invoices, and what stays unapplied. */
export interface Paid {
  readonly applied: Readonly<Record<string, number>>;
  readonly unapplied: number;
}

/** The payment matched, or the reason why it is not. */
export async function matchInCells(
  sheet: Sheet,
  amount: number,
  text: string,
  items: readonly OpenItem[],
  tolerance?: number,
): Promise<Paid | string> {
  const [numbers, balances] = [items.map(({ number }) => number), items.map(({ balance }) => balance)];
  const given: Argument[] = [amount, text, column(numbers), column(balances), tolerance];
  try {
    const rows = (await sheet.rows("MATCH_PAYMENT", ...given)) as [string, number][];
    const { Unapplied = 0, ...applied } = Object.fromEntries(rows);
    return { applied, unapplied: Unapplied };
  } catch (fault) {
    if (fault instanceof ErrorShown && fault.shown.error === "#N/A") return fault.shown.message ?? "";
    throw fault;
  }
}

/** The payment laid over the balances, and its rest. */
export async function applyInCells(
  sheet: Sheet,
  payment: number,
  balances: readonly number[],
  dueDates?: readonly number[],
) {
  const applied = await sheet.numbers("APPLY_CASH", payment, column(balances), dueDates && column(dueDates));
  return { unapplied: applied.pop()!, applied };
}
