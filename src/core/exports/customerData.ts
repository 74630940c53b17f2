import type { CellRef, Snapshot } from "../grid/grid";
import { PersonalColumns } from "../personal/personalColumns";
import { viewCell } from "../schema/viewCell";
import { customerRows, type TableOfCustomer } from "../sharing/customer/customerRows";
import { customerValues, mentionsOf } from "../sharing/customer/customerValues";
import { cellField, commaSeparated, textField } from "./text/delimitedText";

/** The rows of one table about a customer, as text of a .csv file. */
interface CustomerFile {
  readonly path: string;
  readonly text: string;
  readonly rows: number;
  readonly table: string;
}

/** Everything that a workbook holds about a customer, as files to hand over. */
export interface CustomerFiles {
  readonly customerId: string;
  /** One a table with rows of the customer, all columns. */
  readonly files: readonly CustomerFile[];
  /** Other cells that name the customer, such as notes: a person decides whether they are about it. */
  readonly mentions: readonly CellRef[];
}

/** Rows of one sheet as a file, with every column that has a header. */
function tableFile({ table: { bound }, rows }: TableOfCustomer, path: string): CustomerFile {
  const { grid, headerRow, columnOf, others, definition } = bound;
  const columns = [...new Set([...columnOf.values(), ...others.keys()])].sort((a, b) => a - b);
  const header = columns.map((column) => textField(viewCell(grid, headerRow, column).text.trim()));
  const records = rows.map((row) => columns.map((column) => cellField(viewCell(grid, row, column))));
  return { path, text: commaSeparated([header, ...records]), rows: rows.length, table: definition.title };
}

/** Gathers what a workbook holds about a customer; undefined where it knows none of that id. */
export function customerFiles(snapshot: Snapshot, customerId: string): CustomerFiles | undefined {
  const data = customerRows(snapshot, customerId);
  if (!data) return undefined;
  const columns = new PersonalColumns(data.inputs.settings.personalColumns);
  const taken = new Map<string, number>();
  const files = data.tables
    .filter(({ rows }) => rows.length > 0)
    .map((found) => {
      const { title } = found.table.bound.definition;
      const count = (taken.get(title) ?? 0) + 1;
      taken.set(title, count);
      return tableFile(found, `${title}${count === 1 ? "" : ` ${String(count)}`}.csv`);
    });
  return {
    customerId: data.customerId,
    files,
    mentions: mentionsOf(snapshot, data, customerValues(data, columns)),
  };
}
