import { cellAddress, type PlannedCell, type PlannedRow, type PlannedSheet } from "../../../core/api";
import { xmlDeclaration, type Dialect } from "../../opc/namespaces";
import { escapeAttribute } from "../../xml/xmlText";

/** A table as its part has it: with names that are unique. */
export interface NamedTable {
  readonly id: number;
  readonly name: string;
  readonly headerRow: number;
  /** A table has at least one row below its header, if only a blank one. */
  readonly lastRow: number;
  /** Of its first column; default A. */
  readonly firstColumn?: number;
  readonly columns: readonly string[];
}

const LONGEST_COLUMN_NAME = 255;

/** The column names of a table: filled and different without regard to case, as Excel demands. */
export function uniqueColumnNames(columns: readonly string[]): string[] {
  const taken = new Set<string>();
  return columns.map((column, index) => {
    const name = column === "" ? `Column${String(index + 1)}` : column.slice(0, LONGEST_COLUMN_NAME - 6);
    let unique = name;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = name + String(number);
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** The rows of a sheet with the header cells saying what the table's columns are called; else Excel repairs. */
export function withHeaderTexts(sheet: PlannedSheet, { headerRow, columns }: NamedTable): PlannedRow[] {
  const rows = [...sheet.rows];
  const header = rows[headerRow] ?? [];
  const named = columns.map((value, column): PlannedCell => {
    const { style, link } = header[column] ?? {};
    return { value, ...(style && { style }), ...(link && { link }) };
  });
  rows[headerRow] = [...named, ...header.slice(columns.length)];
  return rows;
}

/** A table part. */
export function tableXml(table: NamedTable, dialect: Dialect): string {
  const { firstColumn = 0 } = table;
  const last = cellAddress({ row: table.lastRow, column: firstColumn + table.columns.length - 1 });
  const area = `${cellAddress({ row: table.headerRow, column: firstColumn })}:${last}`;
  const name = escapeAttribute(table.name);
  const columns = table.columns.map(
    (column, index) => `<tableColumn id="${String(index + 1)}" name="${escapeAttribute(column)}"/>`,
  );
  return [
    `${xmlDeclaration}<table xmlns="${dialect.main}" id="${String(table.id)}" name="${name}"`,
    ` displayName="${name}" ref="${area}" totalsRowShown="0"><autoFilter ref="${area}"/>`,
    `<tableColumns count="${String(columns.length)}">${columns.join("")}</tableColumns>`,
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0"',
    ' showRowStripes="1" showColumnStripes="0"/></table>',
  ].join("");
}
