import {
  formatDay,
  formatPeriod,
  settingsTable,
  type BookSurvey,
  type Snapshot,
  type TableSurvey,
} from "../../core/api";
import type { SheetsView, TableView } from "./views";

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

/** Settings have a screen of their own. */
const isShown = ({ definition }: TableSurvey) => definition.title !== settingsTable.title;

export function sheetsView({ tables, months }: BookSurvey, snapshot: Snapshot): SheetsView {
  const open = months.find(({ isBilled }) => !isBilled) ?? months[0];
  const isEmpty = !tables.some(({ isRequired, located }) => isRequired && located);
  return {
    tables: tables.filter(isShown).map(tableView),
    sheets: snapshot.grids.map(({ sheet }) => sheet),
    periods: months.map(({ period, rows, isBilled }) => ({ id: formatPeriod(period), isBilled, rows })),
    period: open && formatPeriod(open.period),
    asOf: open && formatDay(open.period.to),
    isEmpty,
    hasCells: snapshot.grids.some(({ rowCount }) => rowCount > 0),
    obstacle: isEmpty ? "There are no contracts, prices and usage yet." : obstacleOf(tables),
  };
}
