import {
  billPeriod,
  formatDay,
  formatPeriod,
  settingDefinitions,
  settingsTable,
  type CellRef,
  type Snapshot,
  type TableSurvey,
} from "../../../core/api";
import { notReadText, notReadView, type NotReadView } from "../../session/notReadView";
import type { SessionWorkbook } from "../../session/sessionWorkbook";
import { settingEdits, type Edits } from "../../session/settingEdits";
import { usageEndings } from "../../../workbook/formats/registry";

/** A table's role in billing and what was found for it. */
export interface TableView {
  /** The table's title: Contracts, Prices, Usage and so on. */
  readonly role: string;
  readonly help: string;
  readonly isRequired: boolean;
  /** Undefined where no sheet was found. */
  readonly sheet: string | undefined;
  readonly rows: number;
  /** Of the columns that must be there, how many were found. */
  readonly columnsFound: number;
  readonly columnsNeeded: number;
  /** Titles of needed columns that the sheet lacks; empty where there is no sheet. */
  readonly missing: readonly string[];
  readonly header: CellRef | undefined;
}

export interface SheetsView {
  readonly tables: readonly TableView[];
  /** Sheet names of the workbook, for choosing one by hand. */
  readonly sheets: readonly string[];
  /** Periods with usage, latest first; `isBilled` when final documents cover it. */
  readonly periods: readonly { readonly id: string; readonly isBilled: boolean; readonly rows: number }[];
  /** The latest period with usage not yet billed; where all is billed, the latest. */
  readonly period: string | undefined;
  /** The last day of that period. */
  readonly asOf: string | undefined;
  /** Why no usage names a period; undefined where some does. */
  readonly whyNoPeriod: string | undefined;
  /** Columns and sheets that nothing reads, those that could change the bill first. */
  readonly notRead: readonly NotReadView[];
  /** No table is found without which nothing can be billed. */
  readonly isEmpty: boolean;
  /** What names of usage files end in: `.csv`. */
  readonly usageEndings: readonly string[];
  /** Something stands in the workbook, whatever it is. */
  readonly hasCells: boolean;
  /** Why Check cannot be pressed, if so. */
  readonly obstacle: string | undefined;
}

function tableView({ definition, isRequired, located, rows, needed, missing }: TableSurvey): TableView {
  return {
    role: definition.title,
    help: definition.help,
    isRequired,
    sheet: located?.grid.sheet,
    rows,
    columnsFound: located ? needed - missing.length : 0,
    columnsNeeded: needed,
    missing: located ? missing : [],
    header: located && {
      sheet: located.grid.sheet,
      row: located.headerRow,
      column: Math.min(...located.columnOf.values(), ...located.others.keys(), located.grid.columns.length),
    },
  };
}

/** The first thing without which nothing can be billed, and what to do about it. */
function obstacleOf(tables: readonly TableSurvey[]): string | undefined {
  for (const { definition, isRequired, located, missing } of tables) {
    if (!isRequired || (located && missing.length === 0)) continue;
    const { title } = definition;
    if (!located) return `There is no sheet ${title}: name it so, or choose the sheet under Map columns.`;
    const [columns, them] = missing.length === 1 ? ["column", "it"] : ["columns", "them"];
    return `${title} on the sheet ${located.grid.sheet} lacks the ${columns} ${missing.join(", ")}: choose ${them} under Map columns.`;
  }
  return undefined;
}

/** What a run without a period says of why it found none. */
function whyNoPeriod(snapshot: Snapshot): string | undefined {
  const result = billPeriod(snapshot, { period: undefined, asOf: undefined, giveNumbers: false });
  return result.ok ? undefined : result.reason;
}

/** Settings have a screen of their own. */
const isShown = ({ definition }: TableSurvey) => definition.title !== settingsTable.title;

/** The tables that were found, the periods that can be billed, and what is in the way. */
export function view({ survey, snapshot, monthToBill }: SessionWorkbook): SheetsView {
  const { tables, months } = survey;
  const isEmpty = !tables.some(({ isRequired, located }) => isRequired && located);
  return {
    tables: tables.filter(isShown).map(tableView),
    sheets: snapshot.grids.map(({ sheet }) => sheet),
    periods: months.map(({ period, rows, isBilled }) => ({ id: formatPeriod(period), isBilled, rows })),
    period: monthToBill && formatPeriod(monthToBill),
    asOf: monthToBill && formatDay(monthToBill.to),
    whyNoPeriod: monthToBill ? undefined : whyNoPeriod(snapshot),
    notRead: notReadView(survey.inputs.notRead),
    isEmpty,
    usageEndings,
    hasCells: snapshot.grids.some(({ rowCount }) => rowCount > 0),
    obstacle: isEmpty ? "There are no contracts, prices and usage yet." : obstacleOf(tables),
  };
}

/** What keeps in Settings that a column is known not to be read. */
export function know(
  { survey, snapshot }: SessionWorkbook,
  column: Pick<NotReadView, "table" | "header">,
): Edits {
  const { notRead } = survey.inputs.settings;
  return settingEdits(snapshot, settingDefinitions.notRead.title, notReadText([...notRead, column]));
}
