import { scaleDecimal, type Aggregation, type Decimal, type Readings } from "../../core/api";
import { isBlank, plainValue } from "./cell";
import { nameOfRow, readColumn, readMoments, readOptionalColumn, sameLength } from "./column";
import { figuresIn } from "./conventions";
import { Fault } from "./fault";
import { readNumber, readOptionalMoment, readName, type Moment } from "./read";

/** The arguments of METER_USAGE that say which rows count. */
export interface MeteredRanges {
  readonly quantities: unknown;
  readonly customers: unknown;
  readonly customer: unknown;
  readonly meters: unknown;
  readonly meter: unknown;
  readonly dates: unknown;
  readonly from: unknown;
  readonly to: unknown;
  readonly keys: unknown;
}

/** The rows that match, by index, and what aggregation reads of them. */
export interface MeteredRows {
  readonly readings: Readings;
  readonly rows: Int32Array;
}

type Test = (row: number) => boolean;

/** A column beside the quantities; undefined where it is left out. */
function columnBeside(name: string, range: unknown, length: number): unknown[] | undefined {
  const column = readOptionalColumn(name, range);
  if (!column) return undefined;
  sameLength("quantities", length, name, column.length);
  return column;
}

function nameTest(rangeName: string, range: unknown, name: string, wanted: unknown, length: number): Test {
  const column = columnBeside(rangeName, range, length);
  const text = readName(name, wanted).toLowerCase();
  if (!column && text === "") return () => true;
  if (!column)
    throw new Fault("value", `${rangeName}: this is left out; give the column in which ${name} is found.`);
  if (text === "")
    throw new Fault("value", `${name}: this is blank; name the one of ${rangeName} that counts.`);
  return (row) => readName(nameOfRow(rangeName, row), column[row]).toLowerCase() === text;
}

/** The moment of a row, read when it is asked for; undefined where it is blank. */
type MomentOf = (row: number) => Moment | undefined;

function momentsOf({ dates }: MeteredRanges, length: number): MomentOf | undefined {
  const column = columnBeside("dates", dates, length);
  return column && readMoments("dates", column);
}

function dayTest({ from, to }: MeteredRanges, momentOf: MomentOf | undefined): Test {
  const first = readOptionalMoment("from", from)?.day;
  const last = readOptionalMoment("to", to)?.day;
  if (first === undefined && last === undefined) return () => true;
  if (!momentOf)
    throw new Fault("value", "dates: this is left out; give the column of dates that from and to limit.");
  if (first !== undefined && last !== undefined && first > last)
    throw new Fault("value", "to: this day is before from; exchange the two.");
  return (row) => {
    const day = momentOf(row)?.day;
    return day !== undefined && day >= (first ?? day) && day <= (last ?? day);
  };
}

function keysOf({ keys }: MeteredRanges, how: Aggregation, length: number): (row: number) => string {
  if (how !== "unique") return () => "";
  const column = columnBeside("keys", keys, length);
  if (!column)
    throw new Fault("value", "keys: this is left out; unique counts the different keys of a column.");
  return (row) => readName(nameOfRow("keys", row), column[row]);
}

/** Finds the rows that match and reads them, and only them. */
export function readMeteredRows(ranges: MeteredRanges, how: Aggregation): MeteredRows {
  const quantities = readColumn("quantities", ranges.quantities);
  const { length } = quantities;
  const context = figuresIn(quantities);
  const momentOf = momentsOf(ranges, length);
  const tests = [
    nameTest("customers", ranges.customers, "customer", ranges.customer, length),
    nameTest("meters", ranges.meters, "meter", ranges.meter, length),
    dayTest(ranges, momentOf),
  ];
  const scaled = new Float64Array(length);
  const wide = new Map<number, Decimal>();
  const moments = new Float64Array(length);
  const rows: number[] = [];
  for (const [row, raw] of quantities.entries()) {
    const rowName = nameOfRow("quantities", row);
    if (!tests.every((test) => test(row)) || isBlank(plainValue(rowName, raw))) continue;
    rows.push(row);
    const quantity = readNumber(rowName, raw, {}, context);
    scaled[row] = scaleDecimal(quantity);
    if (Number.isNaN(scaled[row])) wide.set(row, quantity);
    if (how === "latest" && momentOf) moments[row] = serialOf(momentOf(row));
  }
  // What is in `wide` must add nothing to the sum of the integers.
  for (const row of wide.keys()) scaled[row] = 0;
  return {
    readings: { scaled, wide, moments, keyOf: keysOf(ranges, how, length) },
    rows: Int32Array.from(rows),
  };
}

/** A row without a date is before all that have one. */
function serialOf(moment: Moment | undefined): number {
  return moment ? moment.day + moment.time : -Infinity;
}
