import { nameKey } from "../base/name";
import { CellKind, type Snapshot } from "../grid/grid";
import type { Issue, Report } from "../issues/issue";
import { areasNamed, chosenArea, wholeSheet, type Area } from "../schema/areas";
import { bindArea, missingFields, reportMissingColumns, understoodColumns } from "../schema/bind";
import { anyTable, refOf, type BoundTable } from "../schema/boundTable";
import { findHeader, meanings } from "../schema/header";
import type { Mapping } from "../schema/mapping";
import { isMonthHeader } from "../schema/calendarNames";
import { parseDateText } from "../schema/dateText";
import { parseNumberText } from "../schema/numberText";
import { matchName, namesOf } from "../schema/sheetNames";
import { holdsOutput } from "../schema/outputSheet";
import { stackTables, type StackedTable } from "../schema/stackTables";
import { usageFilesTable } from "./usageFiles.table";
import { namesParty, usageTable, type UsageColumns } from "./usage.table";

type UsageBound = BoundTable<UsageColumns>;

/** Usage as one table, whatever sheets and files it is kept on. */
export type UsageTable = StackedTable<UsageColumns>;

export interface UsageBinding {
  readonly table: UsageTable | undefined;
  /** There is something that was meant to be Usage and cannot be read; reported. */
  readonly isBroken: boolean;
}

const titles = namesOf(usageTable);

/** The headers of an area, so that sheets with the same columns can be told. */
function headerKey(area: Area, mapping: Mapping): string {
  const { row } = findHeader(area, meanings(usageTable, mapping));
  const keys: string[] = [];
  for (let column = area.firstColumn; column <= area.lastColumn; column++) {
    // The area of a table may reach beyond the cells of its sheet.
    const cells = area.grid.columns[column];
    if (cells?.kinds[row] === CellKind.text) keys.push(nameKey(cells.texts.at(cells.values[row]!)!));
  }
  return keys
    .filter((key) => key !== "")
    .sort()
    .join("|");
}

function binds(area: Area, mapping: Mapping): boolean {
  const { columnOf } = findHeader(area, meanings(usageTable, mapping));
  // Two columns for one field count as the field here; which of them it is, is settled when it is bound.
  return missingFields(usageTable, columnOf).length === 0 && namesParty(columnOf);
}

/** The sheet that names files of usage bears its name with a word beside it, and is none. */
const isListOfFiles = (grid: Area["grid"]): boolean =>
  nameKey(grid.sheet).startsWith(nameKey(usageFilesTable.title)) && holdsOutput(grid, usageFilesTable);

/** The areas that are Usage, and those that bear its name and cannot be. */
function usageAreas(
  snapshot: Snapshot,
  mapping: Mapping,
  isNeeded: boolean,
): { readonly read: Area[]; readonly broken: Area[] } {
  const chosen = chosenArea(snapshot, mapping);
  if (chosen) return binds(chosen, mapping) ? { read: [chosen], broken: [] } : { read: [], broken: [chosen] };
  const named = areasNamed(titles, snapshot, ["plain", "beside"]).filter(({ grid }) => !isListOfFiles(grid));
  const nameOf = (area: Area) =>
    snapshot.tables.find(
      ({ sheet, firstRow, firstColumn }) =>
        area.startsAtHeader &&
        sheet === area.grid.sheet &&
        firstRow === area.firstRow &&
        firstColumn === area.firstColumn,
    )?.name ?? area.grid.sheet;
  const isPlain = (area: Area) => matchName(nameOf(area), titles) === "plain";
  const main = named.find((area) => area.startsAtHeader && isPlain(area) && binds(area, mapping));
  const mainKey = main && headerKey(main, mapping);
  const read = named.filter(
    (area) => binds(area, mapping) && (!main || area === main || headerKey(area, mapping) === mainKey),
  );
  const plain = named.filter((area) => isPlain(area) && !binds(area, mapping));
  const broken = plain.filter(
    (area) => read.length === 0 || understoodColumns(usageTable, area, mapping) >= 2,
  );
  if (read.length > 0) return { read, broken };
  // Usage Oct without a date is what was meant to be billed, where nothing else is.
  const [meant] = named.filter((area) => isNeeded && understoodColumns(usageTable, area, mapping) >= 2);
  return { read, broken: broken.length > 0 || !meant ? broken.slice(0, 1) : [meant] };
}

/** Binds one sheet or file; undefined when it cannot be read. Doubts about its quantity are left to its rows. */
function bindSource(
  area: Area,
  snapshot: Snapshot,
  mapping: Mapping,
  report: Report,
): UsageBound | undefined {
  const bound = bindArea(usageTable, area, snapshot, mapping, (issue) =>
    report(withRows(issue, area, mapping)),
  );
  if (!bound) return undefined;
  const doubts = [...bound.unsettled].filter(([field]) => field !== "quantity");
  for (const [, issue] of doubts) report(issue);
  if (doubts.length > 0) return undefined;
  if (namesParty(bound.columnOf)) return bound;
  const at = refOf(anyTable(bound), bound.headerRow, bound.firstColumn);
  reportMissingColumns(
    usageTable,
    ["contractId"],
    at,
    (issue) => report(withCustomer(issue)),
    bound.others.values(),
  );
  return undefined;
}

const isMonth = (header: string) => isMonthHeader(header) || parseDateText(header).kind === "month";

const isValue = (text: string) =>
  parseNumberText(text.trim()).kind !== "none" || parseDateText(text.trim()).kind !== "none";
const NEEDS_HEADER = "these are values, so a line with the names of the columns is missing above them";

/** Services or months side by side have no Meter and no Date: what to do is to write them below one another. */
function withRows(issue: Issue, area: Area, mapping: Mapping): Issue {
  if (issue.code !== "MISSING_COLUMN") return issue;
  const { columnOf, others } = findHeader(area, meanings(usageTable, mapping));
  const months = [...others.values()].filter((header) => isMonth(header));
  const isData = columnOf.size === 0 && [...others.values()].some(isValue);
  if (isData) return { ...issue, message: `${issue.message}; ${NEEDS_HEADER}` };
  const cures = [
    ...(!columnOf.has("meter") && others.size - months.length > 1 ? [ROW_PER_SERVICE] : []),
    ...(!columnOf.has("date") && months.length > 0 ? [ONE_ROW_A_MONTH] : []),
  ];
  return { ...issue, message: [issue.message, ...cures].join("; ") };
}

/** What to do with a column for each month. */
export const ONE_ROW_A_MONTH =
  "where each month has a column, write one row for each, with the month under Date";

/** What to do with a column for each service. */
export const ROW_PER_SERVICE =
  "where each service has a column, write one row for each, with its name under Meter";

/** A customer will do in place of the contract. */
function withCustomer(issue: Issue): Issue {
  return { ...issue, message: issue.message.replace("“Contract ID”", "“Contract ID” or “Customer ID”") };
}

/**
 * Finds Usage: every sheet of its name, alone or with a month, date, number or word beside it, whose headers bind, and
 * the files that are billed with it. What a sheet lacks that only has a word beside the name is said where the bill
 * needs usage.
 */
export function bindUsage(
  snapshot: Snapshot,
  mapping: Mapping,
  report: Report,
  isNeeded = true,
): UsageBinding {
  const { read, broken } = usageAreas(snapshot, mapping, isNeeded);
  const files = (snapshot.usageFiles ?? []).map(wholeSheet);
  const sources = [...read, ...broken, ...files].map((area) => bindSource(area, snapshot, mapping, report));
  const bound = sources.filter((source) => source !== undefined);
  return {
    table: bound.length > 0 ? stackTables(bound) : undefined,
    isBroken: bound.length < sources.length,
  };
}
