import type { Day } from "../calendar/day";
import { coveringPeriod, type Period } from "../calendar/period";
import type { CellRef, Snapshot } from "../grid/grid";
import { unheard } from "../issues/issue";
import { zero, type Decimal } from "../money/decimal";
import { bindTable, type BoundTable } from "../schema/bind";
import { outputMapping } from "../schema/outputSheet";
import { cellOf, readRecords } from "../schema/readRecords";
import { countOf } from "./foldedRows";
import { quantityOf } from "./readings";
import { RowState, type Usage } from "./usage";
import { usageFilesTable, type UsageFileRecord } from "./usageFiles.table";

/** What a file that is billed and not copied holds of one meter. */
export interface UsageFileRow {
  readonly file: string;
  readonly sha256: string;
  readonly meter: string;
  readonly rows: number;
  readonly quantity: Decimal;
  /** Undefined where no day can be read. */
  readonly firstDay: Day | undefined;
  readonly lastDay: Day | undefined;
}

/** A file that the workbook names: its rows are part of its usage. */
export interface ListedFile {
  readonly file: string;
  readonly sha256: string;
  readonly rows: readonly UsageFileRow[];
  readonly at: CellRef;
}

function asRow({ file, sha256, meter, rows, quantity, firstDay, lastDay }: UsageFileRecord): UsageFileRow {
  return { file, sha256, meter: meter ?? "", rows: rows ?? 0, quantity: quantity ?? zero, firstDay, lastDay };
}

/** The files that Usage files names, in its order. */
export function listedFiles(snapshot: Snapshot): ListedFile[] {
  const bound = bindTable(usageFilesTable, snapshot, outputMapping(usageFilesTable, snapshot), unheard);
  if (!bound) return [];
  const files = new Map<string, { readonly rows: UsageFileRow[]; readonly at: CellRef }>();
  for (const record of readRecords(bound, () => [], unheard).good) {
    const key = record.sha256;
    const known = files.get(key) ?? { rows: [], at: cellOf(bound, record.row, "file") };
    known.rows.push(asRow(record));
    files.set(key, known);
  }
  return [...files].map(([sha256, { rows, at }]) => ({ file: rows[0]!.file, sha256, rows, at }));
}

function rowsOfFile(
  usage: Usage,
  {
    bound,
    firstRow,
    lastRow,
  }: { readonly bound: BoundTable; readonly firstRow: number; readonly lastRow: number },
  sha256: string,
): UsageFileRow[] {
  const byMeter = new Map<number, { rows: number; quantity: Decimal; first: Day; last: Day }>();
  for (let row = firstRow - usage.firstRow; row <= lastRow - usage.firstRow; row++) {
    if (usage.state[row] === RowState.blank) continue;
    const meter = usage.meterOf[row]!;
    const known = byMeter.get(meter) ?? { rows: 0, quantity: zero, first: Infinity, last: -Infinity };
    known.rows += countOf(usage, row);
    known.quantity = known.quantity.plus(quantityOf(usage, row));
    const day = Math.floor(usage.moments[row]!);
    if (day < known.first) known.first = day;
    if (day > known.last) known.last = day;
    byMeter.set(meter, known);
  }
  return [...byMeter].map(([meter, { rows, quantity, first, last }]) => ({
    file: bound.grid.sheet,
    sha256,
    meter: usage.meterNames[meter] ?? "",
    rows,
    quantity,
    firstDay: first <= last ? first : undefined,
    lastDay: first <= last ? last : undefined,
  }));
}

/** What the files hold whose rows are part of Usage without being copied, by meter. */
export function usageFileRows(usage: Usage | undefined): UsageFileRow[] {
  return (usage?.bound.parts ?? []).flatMap((part) => {
    const sha256 = part.bound.grid.file?.sha256;
    return sha256 === undefined || !usage ? [] : rowsOfFile(usage, part, sha256);
  });
}

/** A file that the workbook names and whose rows are not here. */
export interface AbsentFile extends ListedFile {
  /** The days of its usage. */
  readonly days: Period;
  /** It is there, with another content than was billed. */
  readonly isChanged: boolean;
}

/** The days of a file by what the workbook says of it; all of them where it says nothing. */
function daysOf({ rows }: ListedFile): Period {
  const days = rows.flatMap(({ firstDay, lastDay }) =>
    firstDay === undefined || lastDay === undefined ? [] : [{ from: firstDay, to: lastDay }],
  );
  if (days.length === 0) return { from: -Infinity, to: Infinity };
  return coveringPeriod(days);
}

/** Files that the workbook names and whose rows are not here: what they bill cannot be computed again. */
export function absentFiles(snapshot: Snapshot): AbsentFile[] {
  const present = new Set((snapshot.usageFiles ?? []).map(({ file }) => file?.sha256));
  const changed = new Set(snapshot.changedUsageFiles);
  return listedFiles(snapshot)
    .filter(({ sha256 }) => !present.has(sha256))
    .map((listed) => ({ ...listed, days: daysOf(listed), isChanged: changed.has(listed.file) }));
}
