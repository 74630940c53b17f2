import type { CellRef } from "../grid/grid";
import type { IssueCode } from "../issues/issueCodes";
import { zero, type Decimal } from "../money/decimal";
import { moneyColumn, shownText } from "../schema/column";
import { cellsOf } from "./aggregate";
import { usageCell, type Usage } from "./usage";

/** What an event comes to by itself, read where a price asks for it. */
export const AMOUNT_HEADER = "Amount";

const amountColumn = moneyColumn({
  title: AMOUNT_HEADER,
  help: "what the event comes to, before the price's factor",
});

type SummedAmounts =
  | { readonly ok: true; readonly amount: Decimal }
  | { readonly ok: false; readonly code: IssueCode; readonly at: CellRef; readonly value: string };

/** The Amounts of usage rows, added; a row without one cannot be priced. */
export function sumAmounts(usage: Usage, rows: Int32Array): SummedAmounts {
  const cells = cellsOf(usage, AMOUNT_HEADER);
  let amount = zero;
  for (const row of rows) {
    const at = cells?.at(row) ?? usageCell(usage, row, "quantity");
    const cell = cells?.view(row);
    const value = cell ? shownText(cell) : "";
    if (!cell || value === "") return { ok: false, code: "MISSING_VALUE", at, value };
    const parsed = amountColumn.parse(cell, {});
    if (!parsed.ok) return { ok: false, code: parsed.fault.code, at, value };
    amount = amount.plus(parsed.value);
  }
  return { ok: true, amount };
}
