import { CellKind, type Grid } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { viewCell } from "../schema/bind";
import { shownText } from "../schema/column";
import type { DependsOn } from "./readUsage";
import { isContract, RowState, usageCell, type Usage } from "./usage";

function sameCell(grid: Grid, column: number, a: number, b: number): boolean {
  const cells = grid.columns[column]!;
  if (cells.kinds[a] !== cells.kinds[b]) return false;
  if (cells.values[a] === cells.values[b]) return true;
  const isText = cells.kinds[a] === CellKind.text || cells.kinds[a] === CellKind.error;
  return isText && cells.texts[cells.values[a]!] === cells.texts[cells.values[b]!];
}

/** Whether two rows say the same; when a row arrived (Received) is not part of what it says. */
function sameContent(usage: Usage, a: number, b: number): boolean {
  const { grid, columnOf } = usage.bound;
  const received = columnOf.get("received");
  return grid.columns.every(
    (_, column) => column === received || sameCell(grid, column, usage.firstRow + a, usage.firstRow + b),
  );
}

function dayOf(usage: Usage, row: number): number | undefined {
  const moment = usage.moments[row]!;
  return Number.isNaN(moment) ? undefined : Math.floor(moment);
}

/**
 * Rows with the Event ID of an earlier row: with equal content they count once (info); with other content one of the
 * two is wrong, so the later is rejected and the contracts of both wait.
 */
export function findDuplicates(usage: Usage, dependsOn: DependsOn, report: Report): void {
  const column = usage.bound.columnOf.get("eventId");
  if (column === undefined) return;
  const firstRowOf = new Map<string, number>();
  for (let row = 0; row < usage.rowCount; row++) {
    if (usage.state[row] === RowState.blank) continue;
    const cell = viewCell(usage.bound.grid, usage.firstRow + row, column);
    const eventId = cell.kind === CellKind.error ? "" : shownText(cell);
    if (eventId === "") continue;
    const first = firstRowOf.get(eventId);
    if (first === undefined) {
      firstRowOf.set(eventId, row);
      continue;
    }
    const details = {
      at: usageCell(usage, row, "eventId"),
      value: eventId,
      words: { first: String(usage.firstRow + first + 1) },
    };
    if (sameContent(usage, first, row)) {
      usage.state[row] = RowState.duplicate;
      report(makeIssue("DUPLICATE_EVENT", details));
    } else {
      const contracts = [first, row].filter((each) => isContract(usage.contractOf[each]!));
      const holds = contracts.flatMap((each) => dependsOn(usage.contractOf[each]!, dayOf(usage, each)));
      usage.state[row] = RowState.rejected;
      report(makeIssue("CONFLICTING_EVENT", { ...details, holds: [...new Set(holds)] }));
    }
  }
}
