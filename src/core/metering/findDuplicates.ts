import type { CellRef } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { viewCell } from "../schema/bind";
import { hasLostDigits, shownText } from "../schema/column";
import type { CellView } from "../schema/viewCell";
import { eventIdsOf } from "./eventIds";
import type { DependsOn } from "./readUsage";
import { rowContent } from "./rowContent";
import { isContract, RowState, usageCell, type Usage } from "./usage";

function dayOf(usage: Usage, row: number): number | undefined {
  const moment = usage.moments[row]!;
  return Number.isNaN(moment) ? undefined : Math.floor(moment);
}

/** Contracts whose invoice depends on one of the rows. */
export function holdsOfRows(usage: Usage, rows: readonly number[], dependsOn: DependsOn): string[] {
  const holds = rows
    .filter((row) => isContract(usage.contractOf[row]!))
    .flatMap((row) => dependsOn(usage.contractOf[row]!, dayOf(usage, row)));
  return [...new Set(holds)];
}

/** "row 3", with its sheet where that is another one. */
export function rowText(usage: Usage, row: number, besides: number): string {
  const cell = usageCell(usage, row, "meter");
  const name = cell.line === undefined ? `row ${String(cell.row + 1)}` : `line ${String(cell.line)}`;
  return cell.sheet === usageCell(usage, besides, "meter").sheet ? name : `${name} of ${cell.sheet}`;
}

/**
 * Rows with the Event ID of an earlier row: with equal content they count once (info); with other content one of the
 * two is wrong, so the later is rejected and the contracts of both wait. An id that lost digits tells nothing apart.
 */
export function findDuplicates(usage: Usage, dependsOn: DependsOn, report: Report): void {
  const ids = eventIdsOf(usage);
  if (!ids) return;
  const content = rowContent(usage);
  /** Row + 1 by the code of the id; 0 for an id that has not come. */
  const firstRowOf = new Int32Array(ids.limit);
  for (let row = 0; row < usage.rowCount; row++) {
    if (usage.state[row] === RowState.blank) continue;
    const code = ids.codeAt(row);
    if (code === undefined) continue;
    if (hasLostDigits(eventIdCell(usage, row))) {
      usage.state[row] = RowState.rejected;
      const holds = holdsOfRows(usage, [row], dependsOn);
      report(makeIssue("ID_DIGITS_LOST", { ...detailsOf(usage, row, { column: "Event ID" }), holds }));
      continue;
    }
    const first = firstRowOf[code]! - 1;
    if (first === -1) {
      firstRowOf[code] = row + 1;
      continue;
    }
    const details = detailsOf(usage, row, { first: rowText(usage, first, row) });
    if (content.equals(first, row)) {
      usage.state[row] = RowState.duplicate;
      report(makeIssue("DUPLICATE_EVENT", details));
    } else {
      const holds = holdsOfRows(usage, [first, row], dependsOn);
      usage.state[row] = RowState.rejected;
      report(makeIssue("CONFLICTING_EVENT", { ...details, holds }));
    }
  }
}

function eventIdCell({ bound: { grid, columnOf }, firstRow }: Usage, row: number): CellView {
  return viewCell(grid, firstRow + row, columnOf.get("eventId")!);
}

/** Where an issue of an Event ID is, and the id as it is shown. */
function detailsOf<Words>(
  usage: Usage,
  row: number,
  words: Words,
): { readonly at: CellRef; readonly value: string; readonly words: Words } {
  return { at: usageCell(usage, row, "eventId"), value: shownText(eventIdCell(usage, row)), words };
}
