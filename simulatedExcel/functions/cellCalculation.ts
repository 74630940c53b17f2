import { parseArea } from "../workbook/address";
import type { Area } from "../workbook/area";
import type { CellValue } from "../workbook/cell";
import type { Sheet } from "../workbook/sheet";
import type { Calculation, Workbook } from "../workbook/workbook";
import type { AddInFunctions } from "./addInFunctions";
import type { Argument, Cell, Range } from "./cell";
import { readCall, type WrittenCall } from "./readCall";

const BUSY: CellValue = { error: "#BUSY!" };
const SPILL: CellValue = { error: "#SPILL!" };

/** Calculates cells whose formula is one call of a function of the add-in; until its result is there they show #BUSY!. */
export class CellCalculation {
  private underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly book: Workbook,
    private readonly functions: AddInFunctions,
    private readonly onFault: (fault: unknown) => void,
  ) {}

  readonly start: Calculation = (formula, sheet, address) => {
    const call = readCall(formula);
    if (!call || !this.functions.described.includes(call.id)) return undefined;
    // What is written in the same request is in the cells before they are read.
    this.underWay = this.underWay
      .then(() => this.finish(formula, call, this.book.sheet(sheet), parseArea(address)!))
      .catch(this.onFault);
    return BUSY;
  };

  /** Resolves when no cell is busy. */
  async settle(): Promise<void> {
    await this.underWay;
  }

  private async finish(formula: string, call: WrittenCall, sheet: Sheet, at: Area): Promise<void> {
    const given = call.args.map((arg): Argument =>
      typeof arg === "object" && arg && "reference" in arg ? valuesAt(sheet, arg.reference) : arg,
    );
    const shown = await this.functions.call(call.id, ...given);
    // The cell may have been overwritten meanwhile.
    if (sheet.grid.at(at.row, at.column)?.formula !== formula) return;
    show(sheet, at, Array.isArray(shown) ? shown : [[shown]]);
  }
}

function valuesAt(sheet: Sheet, reference: string): Range {
  const { row, column, rows, columns } = parseArea(reference)!;
  return Array.from({ length: rows }, (_row, down) =>
    Array.from({ length: columns }, (_column, right): Cell => {
      const value = sheet.grid.at(row + down, column + right)?.value ?? "";
      return value === "" ? null : (value as Cell);
    }),
  );
}

/** The cells of a spill hold plain values here; where one is taken there is no spill. */
function show(sheet: Sheet, { row, column }: Area, cells: readonly (readonly Cell[])[]): void {
  const spilled = cells.flatMap((line, down) =>
    line.map((cell, right) => ({ row: row + down, column: column + right, value: valueOf(cell) })),
  );
  const [first, ...others] = spilled;
  const isFree = others.every((cell) => (sheet.grid.at(cell.row, cell.column)?.value ?? "") === "");
  const anchor = sheet.grid.at(row, column)!;
  sheet.grid.put(row, column, { ...anchor, value: isFree ? first!.value : SPILL });
  if (!isFree) return;
  for (const filled of others) {
    const style = sheet.grid.styleAt(filled.row, filled.column);
    sheet.grid.put(filled.row, filled.column, { value: filled.value, style });
  }
}

function valueOf(cell: Cell): CellValue {
  return typeof cell === "object" && cell ? { error: cell.error } : (cell ?? "");
}
