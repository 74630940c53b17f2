import {
  CellKind,
  Decimal,
  type PlannedCell,
  type PlannedRow,
  type PlannedRows,
  type WritePlan,
} from "../../core/api";
import { kindOfFormat } from "./styles/numberFormat";

const DAYS_FROM_1900_TO_1904 = 1462;
const MILLISECONDS_IN_DAY = 86_400_000;

/** A date's serial in the 1900 system, whole to the millisecond: the dust of divisions never moves a day. */
export function serialIn1900(number: number, date1904: boolean): number {
  // Below a day it is a time, and no date that counts from anywhere.
  const serial = date1904 && number >= 1 ? number + DAYS_FROM_1900_TO_1904 : number;
  return Number.isInteger(serial) ? serial : Math.round(serial * MILLISECONDS_IN_DAY) / MILLISECONDS_IN_DAY;
}

/** A date as a workbook that counts from 1904 stores it. */
function dateIn1904<Cell extends Pick<PlannedCell, "value" | "style">>(cell: Cell): Cell {
  const { value, style } = cell;
  const number = value instanceof Decimal ? value.toNumber() : value;
  if (typeof number !== "number" || number < 1 || style?.format === undefined) return cell;
  if (kindOfFormat(style.format) !== CellKind.date) return cell;
  return { ...cell, value: number - DAYS_FROM_1900_TO_1904 };
}

const rowsIn1904 = (rows: readonly PlannedRow[]) =>
  rows.map((row) => row.map((cell) => cell && dateIn1904(cell)));

/** Rows that are made when they are written stay so. */
const laterRowsIn1904 = (rows: PlannedRows): PlannedRows => ({
  ...(rows.width !== undefined && { width: rows.width }),
  length: rows.length,
  slice: (from, to) => rowsIn1904(rows.slice(from, to)),
});

/** A plan, whose dates count from 1900, as a workbook takes it. */
export function planInDateSystem(plan: WritePlan, date1904: boolean): WritePlan {
  if (!date1904) return plan;
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({ ...sheet, rows: rowsIn1904(sheet.rows) })),
    appended: plan.appended.map((added) => ({ ...added, rows: laterRowsIn1904(added.rows) })),
    ...(plan.edits && { edits: plan.edits.map(dateIn1904) }),
  };
}
