import { parseIsoDay } from "../calendar/day";
import { inputTables } from "../intake/inputTables";
import type { Column } from "../schema/column";
import type { TableDefinition } from "../schema/table";
import type { CellStyle, PlannedCell, PlannedSheet, WritePlan } from "../sheets/plan";
import { dateStyle, heading } from "../sheets/styles";
import type { Pack } from "./packs/pack";

/** Rows that drop-downs reach down to. */
const ROWS_WITH_CHOICES = 1000;
const requiredHeading: CellStyle = { ...heading, fill: "C55A11" };
const percentInput: CellStyle = { format: "0.##%" };

function exampleCell(column: Column<unknown>, value: string | number | undefined): PlannedCell | null {
  if (value === undefined) return null;
  const isDate = column.kind === "day" || column.kind === "moment";
  const day = isDate && typeof value === "string" ? parseIsoDay(value) : undefined;
  if (day !== undefined) return { value: day, style: dateStyle };
  return column.kind === "fraction" ? { value, style: percentInput } : { value };
}

/** A sheet for an input table: header (required columns in orange), rows as they would be typed, drop-downs. */
export function inputSheet(
  definition: TableDefinition,
  examples: TableDefinition["examples"] = definition.examples,
): PlannedSheet {
  const columns = Object.entries(definition.columns) as [string, Column<unknown>][];
  // What a condition of a price asks for is a column that only this workbook has.
  const others = [...new Set(examples.flatMap(Object.keys))].filter(
    (field) => !(field in definition.columns),
  );
  const titles = [...columns.map(([, { title }]) => title), ...others];
  const header = [
    ...columns.map(([, column]) => ({
      value: column.title,
      style: column.required ? requiredHeading : heading,
    })),
    ...others.map((value) => ({ value, style: heading })),
  ];
  const rows = examples.map((example) => [
    ...columns.map(([field, column]) => exampleCell(column, example[field])),
    ...others.map((field) => (example[field] === undefined ? null : { value: example[field] })),
  ]);
  const choices = columns.flatMap(([, column], index) =>
    column.choices
      ? [{ column: index, firstRow: 1, lastRow: ROWS_WITH_CHOICES, choices: column.choices }]
      : [],
  );
  return {
    name: definition.title,
    rows: [header, ...rows],
    widths: titles.map((title) => Math.max(12, title.length + 4)),
    heights: new Map([[0, 30]]),
    table: {
      name: definition.title.replace(/\W/g, ""),
      headerRow: 0,
      columns: titles,
    },
    frozenRows: 1,
    choices,
  };
}

/** The starter workbook of an industry: the tables that it fills, with rows that bill as they are. */
export function packPlan({ rows }: Pack): WritePlan {
  const filled = inputTables.flatMap((table) => {
    const examples = rows[table.title];
    return examples ? [inputSheet(table, examples)] : [];
  });
  return { sheets: filled, removedSheets: [], appended: [] };
}

/** The starter workbook: every input table with its columns, drop-downs and example rows that bill as they are. */
export function templatePlan(): WritePlan {
  return { sheets: inputTables.map((table) => inputSheet(table)), removedSheets: [], appended: [] };
}
