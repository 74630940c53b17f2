import { nameKey } from "../base/name";
import { rhythmNames, rhythmOf } from "../catalog/rhythms";
import type { Report } from "../issues/issue";
import { makeIssue } from "../issues/issue";
import { refOf, type BoundTable } from "../schema/boundTable";
import { shownText } from "../schema/column";
import { isBlankCell, viewCell } from "../schema/viewCell";

const FIELD = nameKey("Billing frequency");

/** Headers that speak of how often something is charged; a term says how long a contract runs. */
const ABOUT =
  /bill|invoic|frequen|interval|cycle|cadence|recur|charged|payment|paid|per$|turnus|abrechnung|rechnung|zahlung|rhythmus/i;
const ABOUT_PRICE = /term|period|basis|every/i;

export interface FrequencyColumn {
  readonly bound: BoundTable;
  readonly column: number;
  readonly header: string;
  /** The contracts that a row is about, each with its Billing frequency. */
  readonly contractsOf: (
    row: number,
  ) => readonly { readonly contractId: string; readonly frequency: string }[];
}

/** Whether a column that no field reads says, in every cell that is filled, how often something is charged. */
export function isFrequencyColumn({ bound, column, header }: FrequencyColumn): boolean {
  // Under the very name of the field in Contracts it is said where that is read, and no more.
  if (nameKey(header) === FIELD) return false;
  if (!ABOUT.test(header) && !(bound.columnOf.has("product") && ABOUT_PRICE.test(header))) return false;
  let filled = 0;
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const cell = viewCell(bound.grid, row, column);
    if (bound.skipped.has(row) || isBlankCell(cell)) continue;
    if (!rhythmOf(shownText(cell))) return false;
    filled++;
  }
  return filled > 0;
}

/** Reports rows that are charged in another rhythm than their contract is billed in: 1,200 per year, billed monthly. */
export function reportFrequencies(about: FrequencyColumn, report: Report): void {
  const { bound, column, header, contractsOf } = about;
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const value = shownText(viewCell(bound.grid, row, column));
    const says = bound.skipped.has(row) ? undefined : rhythmOf(value);
    if (says === undefined) continue;
    const others = contractsOf(row).filter(({ frequency }) => frequency !== says);
    const [first] = others;
    if (!first) continue;
    const cure =
      says === "one_time"
        ? "write a fee that is charged once under Setup fee"
        : "write the price of one billing period, or set Billing frequency in Contracts";
    const holds = others.map(({ contractId }) => contractId);
    const filled = {
      column: header,
      contract: first.contractId,
      frequency: rhythmNames[first.frequency] ?? "",
      cure,
    };
    report(makeIssue("FREQUENCY_DIFFERS", { at: refOf(bound, row, column), value, words: filled, holds }));
  }
}
