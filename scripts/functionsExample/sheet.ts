import { columnName } from "../../src/core/api";
import type { Cell } from "../functions/formula";
import type { Block, Check, Column, PerRow, Inputs, Plain, Spill, Table } from "./block";
import { calculate } from "./calculate";
import { checkFormula, holds } from "./check";
import type { Format } from "./formats";
import { fillIn, type Rows } from "./template";
import { typedValue } from "./typedValue";

/** What a cell is for, and so how it looks. */
export type Role =
  | "title"
  | "text"
  | "heading"
  | "formulaText"
  | "header"
  | "input"
  | "result"
  | "plain"
  | "check"
  | "total"
  | "link";

export interface SheetCell {
  /** What is in the cell, or what its formula gives. */
  readonly value: Cell;
  /** As Excel shows it, with its equals sign. */
  readonly formula?: string;
  /** The range that one formula of the add-in fills. */
  readonly fills?: string;
  readonly role: Role;
  readonly format?: Format | undefined;
}

/** The first row below the head of a sheet, which stays in sight. */
export const FIRST_ROW = 5;
const LAST_COLUMN = "L";

/** A sheet that is written from the top, block by block, its formulas calculated on the way. */
export class ExampleSheet {
  readonly cells = new Map<string, SheetCell>();
  checks = 0;
  readonly #named = new Map<string, Rows>();
  #row = FIRST_ROW;

  constructor(
    readonly name: string,
    readonly explanation: string,
    readonly widths: readonly number[],
  ) {}

  put(address: string, cell: SheetCell): void {
    if (this.cells.has(address)) throw new Error(`${this.name}!${address} is written twice`);
    this.cells.set(address, cell);
  }

  valueAt(address: string): Cell {
    return this.cells.get(address)?.value ?? null;
  }

  /** Writes a block below what is there. */
  write({ name, title, note, columns, rows: count }: Block): void {
    this.put(`A${String(this.#row++)}`, { role: "heading", value: title });
    if (note !== undefined) this.put(`A${String(this.#row++)}`, { role: "text", value: note });
    const explained = this.#row;
    const header = explained + columns.filter(isOfAddIn).length;
    const longest = Math.max(
      ...columns.map((column) => (column.kind === "inputs" ? column.values.length : 0)),
    );
    const rows = { header, first: header + 1, last: header + (count ?? longest) };
    const formulas: string[] = [];
    let columnIndex = 0;
    for (const column of columns) {
      const formula = this.#writeColumn(column, columnIndex, rows);
      if (formula !== undefined) formulas.push(formula);
      columnIndex += column.kind === "table" ? column.formats.length : 1;
    }
    for (const [index, value] of formulas.entries())
      this.put(`A${String(explained + index)}`, { role: "formulaText", value });
    this.#row = rows.last + 2;
    if (name !== undefined) this.#named.set(name, rows);
  }

  /** Writes title, explanation and the totals of the checks above the blocks. */
  finish(): this {
    const area = `$A$${String(FIRST_ROW)}:$${LAST_COLUMN}$${String(this.#row)}`;
    this.put("A1", { role: "title", value: this.name });
    this.put("A2", { role: "text", value: this.explanation });
    this.put("A3", { role: "total", value: "Checks" });
    this.put("B3", { role: "total", format: "ok", value: this.checks, formula: `=COUNTIF(${area},"ok")` });
    this.put("C3", { role: "total", format: "differ", value: 0, formula: `=COUNTIF(${area},"differs")` });
    return this;
  }

  /** Gives back the first formula of the add-in behind its cell, as a person would note it. */
  #writeColumn(column: Column, columnIndex: number, rows: Rows): string | undefined {
    const letter = columnName(columnIndex);
    if (column.kind === "check") return this.#writeChecks(column, letter, rows);
    if (column.kind === "table") return this.#writeTable(column, columnIndex, rows);
    this.put(`${letter}${String(rows.header)}`, {
      role: "header",
      value: column.header ?? "Plain Excel",
      format: column.format,
    });
    if (column.kind === "inputs") return this.#writeInputs(column, letter, rows);
    if (column.kind === "plain") return this.#writePlain(column, letter, rows);
    return column.kind === "spill"
      ? this.#writeSpill(column, letter, rows)
      : this.#writePerRow(column, letter, rows);
  }

  #writeInputs({ values, format }: Inputs, letter: string, { first }: Rows): undefined {
    for (const [index, value] of values.entries())
      this.put(`${letter}${String(first + index)}`, {
        role: "input",
        value: typedValue(value, format),
        format,
      });
  }

  #writeSpill({ formula: template, format }: Spill, letter: string, rows: Rows): string {
    const formula = `=BILLING.${fillIn(template, rows, this.#named)}`;
    const fills = fillIn(`{${letter}}`, rows, this.#named);
    for (const [index, [value = null]] of this.#calculate(formula, rows.last - rows.header).entries()) {
      const entered = index === 0 ? { formula, fills } : {};
      this.put(`${letter}${String(rows.first + index)}`, { role: "result", value, format, ...entered });
    }
    return `${letter}${String(rows.first)}:  ${formula}`;
  }

  #writePerRow({ formula: template, format }: PerRow, letter: string, rows: Rows): string {
    for (let row = rows.first; row <= rows.last; row++) {
      const address = `${letter}${String(row)}`;
      const formula = `=BILLING.${fillIn(template, rows, this.#named, row)}`;
      const [[value = null] = []] = this.#calculate(formula, 1);
      this.put(address, { role: "result", value, format, formula, fills: address });
    }
    return `${letter}${String(rows.first)}:  =BILLING.${fillIn(template, rows, this.#named)}`;
  }

  #writeTable({ formula: template, formats }: Table, columnIndex: number, rows: Rows): string {
    const formula = `=BILLING.${fillIn(template, rows, this.#named)}`;
    const address = `${columnName(columnIndex)}${String(rows.header)}`;
    const fills = `${address}:${columnName(columnIndex + formats.length - 1)}${String(rows.last)}`;
    for (const [down, values] of this.#calculate(formula, rows.last - rows.header + 1).entries())
      for (const [across, value] of values.entries()) {
        const entered = down + across === 0 ? { formula, fills } : {};
        const role = down === 0 ? "header" : "result";
        const target = `${columnName(columnIndex + across)}${String(rows.header + down)}`;
        this.put(target, { role, value, format: formats[across] ?? undefined, ...entered });
      }
    return `${address}:  ${formula}`;
  }

  #writePlain({ formulas, gives, format }: Plain, letter: string, rows: Rows): undefined {
    for (let row = rows.first; row <= rows.last; row++) {
      const index = row - rows.first;
      const value = typeof gives === "string" ? this.valueAt(`${gives}${String(row)}`) : gives[index]!;
      const template = typeof formulas === "string" ? formulas : formulas[index]!;
      const formula = `=${fillIn(template, rows, this.#named, row)}`;
      this.put(`${letter}${String(row)}`, { role: "plain", value, format, formula });
    }
  }

  #writeChecks({ pairs }: Check, letter: string, { header, first, last }: Rows): undefined {
    this.put(`${letter}${String(header)}`, { role: "header", value: "Check" });
    for (let row = first; row <= last; row++) {
      const conditions = pairs.map((columns) => {
        const [address, expected] = [...columns].map((column) => `${column}${String(row)}`) as [
          string,
          string,
        ];
        return { address, expected, value: this.valueAt(address), wanted: this.valueAt(expected) };
      });
      if (!conditions.every(holds))
        throw new Error(`${this.name}!${letter}${String(row)}: the check does not hold`);
      this.put(`${letter}${String(row)}`, { role: "check", value: "ok", formula: checkFormula(conditions) });
      this.checks++;
    }
  }

  #calculate(formula: string, rows: number): Cell[][] {
    const results = calculate(formula, (address) => this.valueAt(address));
    if (results.length === rows) return results;
    throw new Error(`${this.name}: ${formula} fills ${String(results.length)} rows, not ${String(rows)}`);
  }
}

function isOfAddIn({ kind }: Column): boolean {
  return kind === "spill" || kind === "each" || kind === "table";
}
