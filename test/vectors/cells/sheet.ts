import type { AddInFunctions, Argument, Cell, CellError, Shown } from "../../../simulatedExcel";
import type { Fields } from "../vector";

/** A formula that shows an error where a figure is wanted. */
export class ErrorShown extends Error {
  constructor(
    id: string,
    readonly shown: CellError,
  ) {
    super(`${id} shows ${shown.error} ${shown.message ?? ""}`);
  }
}

function numberIn(cell: Cell | undefined, id: string): number {
  if (typeof cell !== "number") throw new Error(`${id} shows ${JSON.stringify(cell)}, which is no number`);
  return cell;
}

/** What a formula of the add-in shows, as figures; an error in any of its cells is thrown. */
export class Sheet {
  private entered = 0;

  constructor(private readonly functions: AddInFunctions) {}

  /** How many formulas were entered. */
  get formulas(): number {
    return this.entered;
  }

  private async cells(id: string, args: readonly Argument[]): Promise<Cell[][]> {
    this.entered++;
    const shown: Shown = await this.functions.call(id, ...args);
    const cells = Array.isArray(shown) ? shown : [[shown]];
    for (const cell of cells.flat())
      if (typeof cell === "object" && cell !== null) throw new ErrorShown(id, cell);
    return cells;
  }

  /** One number. */
  async number(id: string, ...args: readonly Argument[]): Promise<number> {
    return numberIn((await this.cells(id, args))[0]![0], id);
  }

  /** A column of numbers; a blank counts as nothing. */
  async numbers(id: string, ...args: readonly Argument[]): Promise<number[]> {
    return (await this.cells(id, args)).map(([cell]) => (cell === "" ? 0 : numberIn(cell, id)));
  }

  /** A column of texts. */
  async texts(id: string, ...args: readonly Argument[]): Promise<string[]> {
    return (await this.cells(id, args)).map(([cell]) => cell as string);
  }

  /** The rows of a spill below its header. */
  async rows(id: string, ...args: readonly Argument[]): Promise<Cell[][]> {
    return (await this.cells(id, args)).slice(1);
  }
}

/** A column of cells; without any it is one blank cell, as an empty column of a sheet. */
export const column = (values: readonly Cell[]): Cell[][] =>
  values.length === 0 ? [[null]] : values.map((value) => [value]);

export const numbersOf = (fields: Fields, name: string): number[] => fields.texts(name).map(Number);

/** A percentage as the fraction that a percent-formatted cell holds. */
export const fractionOf = (fields: Fields, name: string): number =>
  fields.decimal(name).dividedBy(100).toNumber();

/** What a cell holds shows with 15 digits. */
const asShown = (value: number): number => Number(value.toPrecision(15));

/** =SUM of cells. */
export const sumOf = (values: readonly number[]): number =>
  asShown(values.reduce((sum, value) => sum + value, 0));

/** =A1-B1. */
export const difference = (from: number, less: number): number => asShown(from - less);

/** A figure under a number format with so many decimals. */
export const formatted = (value: number, decimals: number): number =>
  Number(asShown(value).toFixed(decimals));
