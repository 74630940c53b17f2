import {
  currencyCode,
  errorEdits,
  errorRegisterTable,
  formatDay,
  groupBy,
  readErrorRegister,
  sum,
  zero,
  type CellEdit,
  type CellRef,
  type ErrorNotes,
} from "../../../core/api";
import type { SessionWorkbook } from "../../session/sessionWorkbook";
import type { Money } from "../../session/views";

/** An error that was found in a document. */
export interface ErrorView {
  /** 0-based row of the sheet. */
  readonly row: number;
  readonly date: string;
  /** As it is written; empty where nobody has said. */
  readonly cause: string;
  readonly invoice: string;
  readonly amount: Money | undefined;
  readonly owner: string;
  readonly rootCause: string;
  readonly state: string;
  readonly at: CellRef;
}

/** What one cause comes to; the money of each currency stands by itself. */
export interface CauseView {
  readonly cause: string;
  readonly count: number;
  readonly amounts: readonly Money[];
}

export interface ErrorsView {
  /** The latest first. */
  readonly errors: readonly ErrorView[];
  /** The most frequent first. */
  readonly causes: readonly CauseView[];
  /** Causes to choose from. */
  readonly choices: readonly string[];
}

function causesOf(errors: readonly ErrorView[]): CauseView[] {
  return [...groupBy(errors, ({ cause }) => cause)]
    .map(([cause, own]) => {
      const money = own.flatMap(({ amount }) => amount ?? []);
      const byCurrency = groupBy(money, ({ currency }) => currency);
      return {
        cause,
        count: own.length,
        amounts: [...byCurrency].map(([currency, all]) => ({
          currency,
          amount: sum(all.map(({ amount }) => zero.plus(amount))).toNumber(),
        })),
      };
    })
    .sort((a, b) => b.count - a.count);
}

/** The Error register: what went wrong, why, and who sees to it. */
export function view({ snapshot, survey }: SessionWorkbook): ErrorsView {
  const { bound, rows } = readErrorRegister(snapshot);
  const { labels, choices = [] } = errorRegisterTable.columns.cause;
  const { currency: own } = survey.inputs.settings;
  const errors = rows.map((record): ErrorView => {
    const { row, date, cause, invoiceNumber, amount, currency, owner, rootCause, state } = record;
    return {
      row,
      date: formatDay(date),
      cause: cause === undefined ? "" : (labels?.get(cause) ?? cause),
      invoice: invoiceNumber ?? "",
      amount: amount && { amount: amount.toNumber(), currency: currencyCode(currency ?? "") ?? own },
      owner: owner ?? "",
      rootCause: rootCause ?? "",
      state: state ?? "",
      at: { sheet: bound?.grid.sheet ?? "", row, column: bound?.columnOf.get("invoiceNumber") ?? 0 },
    };
  });
  return { errors: errors.reverse(), causes: causesOf(errors), choices };
}

/** What people fill in of a row. */
export const edit = ({ snapshot }: SessionWorkbook, row: number, notes: ErrorNotes): CellEdit[] =>
  errorEdits(readErrorRegister(snapshot), row, notes);
