import { Decimal, type Snapshot, type PlannedRow } from "../../src/core/api";

/** A formula of a planned sheet, its stored value, and what it comes to in floats as in a spreadsheet program. */
export interface EvaluatedFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly stored: number;
  readonly value: number;
}

const TOKEN =
  /\s*(?:('(?:[^']|'')+'!)?\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?|(\d+(?:\.\d+)?)|(ROUND|SUM)\(|([-+*/(),]))/y;

type Value = number | readonly number[];

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const listOf = (value: Value): readonly number[] => (typeof value === "number" ? [value] : value);
const numberOf = (value: Value): number => {
  if (typeof value === "number") return value;
  throw new Error("an area is no number");
};

/** Rounds half away from zero, as spreadsheet programs do after they have put the float right to 15 digits. */
const round = (value: number, digits: number): number =>
  new Decimal(value).toSignificantDigits(15).toDecimalPlaces(digits, Decimal.ROUND_HALF_UP).toNumber();

/** Reads formulas of ROUND, SUM, the four operations and absolute references. */
class Evaluator {
  private at = 0;

  constructor(
    private readonly formula: string,
    private readonly cell: (sheet: string | undefined, row: number, column: number) => number,
  ) {}

  value(): number {
    const value = numberOf(this.sum());
    if (this.at < this.formula.length) throw new Error(`${this.formula} cannot be read`);
    return value;
  }

  private next(): RegExpExecArray {
    TOKEN.lastIndex = this.at;
    const token = TOKEN.exec(this.formula);
    if (!token) throw new Error(`${this.formula} cannot be read at ${String(this.at)}`);
    this.at = TOKEN.lastIndex;
    return token;
  }

  private takes(sign: string): boolean {
    if (this.formula[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private sum(): Value {
    let value = this.product();
    for (;;) {
      if (this.takes("+")) value = numberOf(value) + numberOf(this.product());
      else if (this.takes("-")) value = numberOf(value) - numberOf(this.product());
      else return value;
    }
  }

  private product(): Value {
    let value = this.factor();
    for (;;) {
      if (this.takes("*")) value = numberOf(value) * numberOf(this.factor());
      else if (this.takes("/")) value = numberOf(value) / numberOf(this.factor());
      else return value;
    }
  }

  private factor(): Value {
    if (this.takes("-")) return -numberOf(this.factor());
    const [, sheet, first, row, last, lastRow, number, name, sign] = this.next();
    if (number !== undefined) return Number(number);
    if (name !== undefined) return this.call(name);
    if (first !== undefined)
      return this.area(sheet, [first, row!], last === undefined ? undefined : [last, lastRow!]);
    if (sign !== "(") throw new Error(`${this.formula} cannot be read`);
    const value = this.sum();
    this.takes(")");
    return value;
  }

  private call(name: string): number {
    const values: Value[] = [];
    while (!this.takes(")")) {
      values.push(this.sum());
      this.takes(",");
    }
    if (name === "SUM") return values.flatMap(listOf).reduce((total, value) => total + value, 0);
    return round(numberOf(values[0]!), numberOf(values[1]!));
  }

  private area(sheet: string | undefined, from: readonly string[], to: readonly string[] | undefined): Value {
    const name = sheet?.slice(1, -2).replaceAll("''", "'");
    const [column, row] = [columnOf(from[0]!), Number(from[1]) - 1];
    if (!to) return this.cell(name, row, column);
    const values: number[] = [];
    for (let at = row; at <= Number(to[1]) - 1; at++)
      for (let across = column; across <= columnOf(to[0]!); across++)
        values.push(this.cell(name, at, across));
    return values;
  }
}

/** Calculates every formula of a planned sheet from the cells that it names, as a plain recalculation would. */
export function evaluated(rows: readonly PlannedRow[], { grids }: Snapshot): EvaluatedFormula[] {
  const known = new Map<string, number>();
  const valueAt = (sheet: string | undefined, row: number, column: number): number => {
    if (sheet !== undefined)
      return grids.find((grid) => grid.sheet === sheet)?.columns[column]?.values[row] ?? 0;
    const key = `${String(row)}|${String(column)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const cell = rows[row]?.[column];
    const written = cell?.value instanceof Decimal ? cell.value.toNumber() : Number(cell?.value ?? 0);
    const value = cell?.formula === undefined ? written : new Evaluator(cell.formula, valueAt).value();
    known.set(key, value);
    return value;
  };
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell?.formula === undefined
        ? []
        : [
            {
              row,
              column,
              formula: cell.formula,
              stored: cell.value instanceof Decimal ? cell.value.toNumber() : Number(cell.value),
              value: valueAt(undefined, row, column),
            },
          ],
    ),
  );
}
