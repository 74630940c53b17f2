import { nameKey } from "../base/name";
import { cellAddress, type Grid, type Snapshot } from "../grid/grid";
import { bindUsage } from "../metering/bindUsage";
import { tablesApart } from "../intake/stackedTables";
import { usageTable, type UsageColumns } from "../metering/usage.table";
import type { BoundTable } from "../schema/boundTable";
import { mappingFor } from "../settings/mapping";
import { readSettings } from "../settings/readSettings";
import type { AppendedRows, CellEdit, PlannedSheet, WritePlan } from "../sheets/plan";
import { heading } from "../sheets/styles";
import { endOfRows } from "./endOfRows";
import { fileRows } from "./fileRows";
import { unheard, type Issue, type Report } from "../issues/issue";

/** A workbook with the rows of usage files beside its own, and what writing them into it takes. */
export interface WithUsage {
  /** The files are in it as they are: each is a source of its own. */
  readonly snapshot: Snapshot;
  readonly appended: readonly AppendedRows[];
  /** Headers of columns that the files bring. */
  readonly edits: readonly CellEdit[];
  /** A Usage sheet for a workbook that has none. */
  readonly sheets: readonly PlannedSheet[];
}

export type AppendUsageResult =
  | { readonly ok: true; readonly value: WithUsage }
  /** In one sentence: a file without the columns that usage needs, or a sheet that rows cannot be added to. */
  | { readonly ok: false; readonly source: string; readonly reason: string };

/** Where the columns of files go: by field, else by header; what the sheet does not have comes behind it. */
class TargetColumns {
  private readonly byKey = new Map<string, number>();
  readonly added = new Map<number, string>();

  constructor(
    private readonly target: BoundTable<UsageColumns> | undefined,
    private next: number,
  ) {
    for (const [column, title] of target?.others ?? []) this.byKey.set(nameKey(title), column);
  }

  of(field: keyof UsageColumns | undefined, title: string): number {
    const fieldColumn = field === undefined ? undefined : this.target?.columnOf.get(field);
    const column = fieldColumn ?? this.byKey.get(nameKey(title));
    if (column !== undefined) return column;
    this.added.set(this.next, title);
    this.byKey.set(nameKey(title), this.next);
    return this.next++;
  }
}

/** Why rows of files cannot go to a sheet of their own: one of its name holds something else, which is never replaced. */
function whyNoNewSheet(snapshot: Snapshot, issues: readonly Issue[]): string | undefined {
  const there = snapshot.grids.find(
    ({ sheet, rowCount }) => nameKey(sheet) === nameKey(usageTable.title) && rowCount > 0,
  );
  if (!there) return undefined;
  const isFault = ({ severity, at }: Issue) => severity === "error" && at.sheet === there.sheet;
  const fault = issues.filter(isFault).at(-1);
  const why = fault ? `${cellAddress(fault.at)}: ${fault.message}` : "it holds no usage";
  return `its rows cannot be added to the sheet “${there.sheet}” (${why}); mend that sheet or give it another name`;
}

/** The Usage sheet of a workbook that has none: the headers of the files. */
function newSheet(columns: TargetColumns): PlannedSheet {
  const titles = [...columns.added.values()];
  return {
    name: usageTable.title,
    rows: [titles.map((value) => ({ value, style: heading }))],
    widths: titles.map(() => 16),
    frozenRows: 1,
  };
}

/**
 * Adds the rows of usage files (one grid each, headers by title or synonym) to a workbook. They are billed as they are
 * in the file, whose columns alone settle how they read; what is written below the rows of Usage is what was read, and
 * nothing of a file that is billed where it is.
 */
export function appendUsage(snapshot: Snapshot, files: readonly Grid[]): AppendUsageResult {
  if (files.length === 0) return { ok: true, value: { snapshot, appended: [], edits: [], sheets: [] } };
  const settings = readSettings(snapshot, unheard);
  const mapping = mappingFor(usageTable, settings);
  const sources: BoundTable<UsageColumns>[] = [];
  for (const file of files) {
    let reason = "";
    const alone: Snapshot = { grids: [], tables: [], date1904: false, pictures: [], usageFiles: [file] };
    const { table } = bindUsage(alone, mapping, (issue) => {
      if (issue.severity === "error" && reason === "") reason = issue.message;
    });
    if (!table) return { ok: false, source: file.sheet, reason: reason || "it has no rows" };
    sources.push(table.parts[0]!.bound);
  }
  // Rows join the first sheet of Usage.
  const issues: Issue[] = [];
  const report: Report = (issue) => issues.push(issue);
  const target = bindUsage(tablesApart(snapshot, settings).snapshot, mapping, report).table?.parts[0]?.bound;
  const columns = new TargetColumns(
    target,
    target ? Math.max(target.grid.columns.length, target.lastColumn + 1) : 0,
  );
  const copied = sources.filter(({ grid }) => grid.file?.sha256 === undefined);
  const columnOf = (field: keyof UsageColumns | undefined, title: string) => columns.of(field, title);
  const rows = fileRows(copied, columnOf, target?.columnOf.get("quantity"));
  const withFiles: Snapshot = { ...snapshot, usageFiles: [...(snapshot.usageFiles ?? []), ...files] };
  if (!target) {
    const reason = copied.length > 0 ? whyNoNewSheet(snapshot, issues) : undefined;
    if (reason !== undefined) return { ok: false, source: copied[0]!.grid.sheet, reason };
    const sheets = copied.length > 0 ? [newSheet(columns)] : [];
    const appended = sheets.map(({ name }) => ({ sheet: name, firstRow: 1, rows, hasOwnLook: true }));
    return { ok: true, value: { snapshot: withFiles, appended, edits: [], sheets } };
  }
  const { sheet } = target.grid;
  const edits = [...columns.added].map(([column, value]) => ({
    at: { sheet, row: target.headerRow, column },
    value,
  }));
  const { end, hasRowsBelow } = endOfRows(
    target,
    snapshot.grids.find((grid) => grid.sheet === sheet),
  );
  const appended =
    rows.length > 0
      ? [
          {
            sheet,
            firstRow: end,
            rows,
            hasOwnLook: end === target.headerRow + 1,
            ...(hasRowsBelow ? { movesRowsBelow: true } : {}),
          },
        ]
      : [];
  return { ok: true, value: { snapshot: withFiles, appended, edits, sheets: [] } };
}

/** A plan that writes the rows of usage files first: its sheets link to what these bring. */
export function withUsageRows(plan: WritePlan, { sheets, appended, edits }: WithUsage): WritePlan {
  const edited = [...(plan.edits ?? []), ...edits];
  return {
    ...plan,
    sheets: [...sheets, ...plan.sheets],
    appended: [...appended, ...plan.appended],
    ...(edited.length > 0 && { edits: edited }),
  };
}
