import { knownValue } from "../base/knownValue";
import { nameKey } from "../base/name";
import { endOfMonth, type Day } from "../calendar/day";
import { isMetered } from "../catalog/readsUsage";
import type { Catalog } from "../catalog/records";
import { CellKind, type CellRef } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import type { IssueCode } from "../issues/issueCodes";
import { decimalOfDouble, one, zero, type Decimal } from "../money/decimal";
import { formatFigure } from "../money/format";
import { hasHiddenDigits, scaleDecimal, scaleDouble } from "../money/scaledQuantity";
import { viewCell } from "../schema/bind";
import { anyTable } from "../schema/boundTable";
import { shownText, type Column } from "../schema/column";
import type { Moment } from "../schema/momentCell";
import type { Parsed, ReadContext } from "../schema/parsed";
import { contextOf } from "../schema/readRecords";
import { type CellView, cureOfError, isBlankAt } from "../schema/viewCell";
import { ContractFinder } from "./assignContract";
import type { UsageTable } from "./bindUsage";
import { elapsedSeconds, quantityOfTime, timeUnits } from "./elapsedTime";
import { widthFault } from "./fileRows";
import { stackedCounts } from "./foldedRows";
import type { Meters } from "./meters";
import { textCodes, type TextCodes } from "./textCodes";
import { pricedUnits, unitClashes } from "./usageUnits";
import { NO_CONTRACT, NO_METER, RowState, UNSETTLED_CONTRACT, usageCell, type Usage } from "./usage";
import { countedMeters, quantitySources, type QuantitySource } from "./usageQuantity";
import { USAGE_DAYS, type UsageColumns } from "./usage.table";

/** The contracts whose invoice waits for a row; the day is undefined where it cannot be read. */
export type DependsOn = (contract: number, day: Day | undefined) => readonly string[];

export interface ReadUsageInput {
  readonly table: UsageTable;
  readonly catalog: Catalog;
  readonly meters: Meters;
  readonly areContractsKnown: boolean;
  readonly dependsOn: DependsOn;
  readonly report: Report;
}

interface Fault {
  readonly code: IssueCode;
  readonly field: keyof UsageColumns;
  readonly value: string;
  readonly words: Readonly<Record<string, string>>;
}

/** How the rows of one sheet or file are read: what its own columns have settled. */
interface SourceReading {
  readonly date: ReadContext;
  readonly received: ReadContext;
  readonly quantity: ReadContext;
  readonly quantitySource: QuantitySource;
  readonly widthFault: (row: number) => Fault | undefined;
  readonly clashAt: ReturnType<typeof unitClashes>;
  /** Contracts that wait because the quantity cannot be told. */
  readonly waiting: Set<string>;
}

/** From here on a cell does not hold every whole number exactly. */
const MOST_EXACT = 1e15;

/** Reads the columns of Usage; kept as a class for the length of the read because a million rows share its arrays. */
class UsageReader {
  readonly firstRow: number;
  readonly rowCount: number;
  readonly state: Uint8Array;
  readonly contractOf: Int32Array;
  readonly meterOf: Int32Array;
  readonly moments: Float64Array;
  readonly scaled: Float64Array;
  readonly wide = new Map<number, Decimal>();
  readonly received: Int32Array;
  private readonly meters: TextCodes;
  private readonly finder: ContractFinder;
  private readonly unitOf: ReturnType<typeof timeUnits>;
  private readonly unitsOf: ReturnType<typeof pricedUnits>;
  private readonly isCounted: (meterKey: string) => boolean;
  private readonly texts = new Map<ReadContext, Map<string, Parsed<unknown>>>();

  constructor(private readonly input: ReadUsageInput) {
    const { table, catalog } = input;
    this.firstRow = table.firstRow;
    this.rowCount = Math.max(0, table.lastRow - table.firstRow + 1);
    this.state = new Uint8Array(this.rowCount);
    this.contractOf = new Int32Array(this.rowCount).fill(NO_CONTRACT);
    this.meterOf = new Int32Array(this.rowCount).fill(NO_METER);
    this.moments = new Float64Array(this.rowCount);
    this.scaled = new Float64Array(this.rowCount);
    this.received = new Int32Array(this.rowCount);
    this.meters = textCodes(table.grid, knownValue(table.columnOf, "meter"));
    this.finder = new ContractFinder(table, catalog, input.meters, input.areContractsKnown);
    this.unitOf = timeUnits(catalog, input.meters);
    this.unitsOf = pricedUnits(catalog, input.meters);
    this.isCounted = countedMeters(catalog, input.meters);
  }

  read(): Usage {
    const { table, catalog, meters, report } = this.input;
    const quantities = quantitySources(table, catalog, meters, report);
    for (const part of table.parts) {
      const source = this.readingOf(part, quantities.get(part.bound.grid) ?? { kind: "column" });
      for (let row = part.firstRow; row <= part.lastRow; row++) this.readRow(row - this.firstRow, source);
      const { quantitySource, waiting } = source;
      if (quantitySource.kind === "unknown") report({ ...quantitySource.issue, holds: [...waiting] });
    }
    return { ...this.columns(), meterNames: this.meters.names };
  }

  private readingOf(part: UsageTable["parts"][number], quantitySource: QuantitySource): SourceReading {
    const { bound } = part;
    const contextFor = (field: keyof UsageColumns): ReadContext => {
      const index = bound.columnOf.get(field);
      return index === undefined ? {} : contextOf(anyTable(bound), bound.definition.columns[field], index);
    };
    const faultOfWidth = widthFault(bound);
    return {
      date: contextFor("date"),
      received: contextFor("received"),
      quantity: contextFor("quantity"),
      quantitySource,
      clashAt: unitClashes(part, this.input.meters, this.unitsOf),
      widthFault: (row) => faultOfWidth(row - part.firstRow + bound.firstRow),
      waiting: new Set(this.meteredContracts()),
    };
  }

  /** Contracts with a price that reads a meter: they wait where no quantity can be told. */
  private meteredContracts(): string[] {
    return this.input.catalog.contracts.filter(isMetered).map(({ contractId }) => contractId);
  }

  private columns(): Omit<Usage, "meterNames"> {
    const { firstRow, rowCount, state, contractOf, meterOf, moments, scaled, wide, received } = this;
    return {
      bound: this.input.table,
      firstRow,
      rowCount,
      state,
      contractOf,
      meterOf,
      moments,
      scaled,
      wide,
      received,
      counts: stackedCounts(this.input.table, firstRow, rowCount),
    };
  }

  private readRow(row: number, source: SourceReading): void {
    const sheetRow = this.firstRow + row;
    if (this.table.skipped.has(sheetRow)) return;
    const faults: Fault[] = [];
    const meter = this.meters.codeAt(sheetRow);
    if (meter === undefined) {
      if (this.isBlankRow(row)) return;
      faults.push(this.missing(row, "meter"));
    } else this.meterOf[row] = meter;
    const width = source.widthFault(sheetRow);
    // What is in which column of such a row cannot be told, so nothing else is said of it.
    if (width) faults.splice(0, faults.length, width);
    else this.readMoment(row, source, faults);
    const moment = this.moments[row]!;
    const day = width || Number.isNaN(moment) ? undefined : Math.floor(moment);
    const meterName = meter === undefined ? "" : this.meters.names[meter]!;
    const found = this.finder.find(sheetRow, meterName, day);
    if (found.ok) this.contractOf[row] = found.contract;
    else {
      this.contractOf[row] = found.isUnknown ? NO_CONTRACT : UNSETTLED_CONTRACT;
      if (found.fault && !width) faults.push(found.fault);
    }
    const isCounted = !width && this.readQuantity(row, source, found.ok ? found.contract : undefined, faults);
    if (!width) this.readReceived(row, source);
    const isInUnit =
      width !== undefined || !found.ok || this.checkUnit(row, source, found.contract, meterName, day);
    const isReady = faults.length === 0 && found.ok && isCounted && isInUnit;
    this.state[row] = isReady ? RowState.ready : RowState.rejected;
    if (isReady) return;
    const holds = found.ok ? this.input.dependsOn(found.contract, day) : found.holds;
    if (!isCounted && !width) for (const contractId of holds) source.waiting.add(contractId);
    this.reportFaults(row, faults, holds);
  }

  /** False, and reported, where the row counts in another unit than it is priced by. */
  private checkUnit(
    row: number,
    { clashAt }: SourceReading,
    contract: number,
    meter: string,
    day: Day | undefined,
  ): boolean {
    const clash = clashAt(this.firstRow + row, contract, meter);
    if (!clash) return true;
    const { at, unit, other, isOfPrice, isOfHeader } = clash;
    const { contractId } = this.input.catalog.contracts[contract]!;
    const where = `${isOfPrice ? "at the price" : "in other rows"} of contract ${contractId}`;
    const orHead = isOfHeader ? "; where rows count in several units, head the column Quantity" : "";
    const words = { meter, where, unit: other, orHead };
    const holds = this.input.dependsOn(contract, day);
    this.input.report(makeIssue("UNIT_DIFFERS", { at, value: unit, words, holds }));
    return false;
  }

  private reportFaults(row: number, faults: readonly Fault[], holds: readonly string[]): void {
    for (const { code, field, value, words } of faults) {
      this.input.report(makeIssue(code, { at: this.cell(row, field), value, words, holds }));
    }
  }

  private cell(row: number, field: keyof UsageColumns): CellRef {
    return usageCell({ bound: this.table, firstRow: this.firstRow }, row, field);
  }

  private get table(): UsageTable {
    return this.input.table;
  }

  private isBlankRow(row: number): boolean {
    return [...this.table.columnOf.values()].every((column) =>
      isBlankAt(this.table.grid, this.firstRow + row, column),
    );
  }

  private missing(row: number, field: keyof UsageColumns): Fault {
    const column: Column<unknown> = this.table.definition.columns[field];
    const cell = viewCell(this.table.grid, this.firstRow + row, knownValue(this.table.columnOf, field));
    const words = { column: column.title, right: column.help, cure: cureOfError(cell.text) };
    if (cell.kind === CellKind.error) return { code: "ERROR_CELL", field, value: cell.text, words };
    return { code: "MISSING_VALUE", field, value: "", words };
  }

  /** The slow way for a cell that is no plain number: parsed by its column, remarks and faults kept. */
  private parse<T>(
    row: number,
    field: keyof UsageColumns,
    context: ReadContext,
    faults: Fault[],
  ): T | undefined {
    const column = this.table.definition.columns[field] as unknown as Column<T>;
    const cell = viewCell(this.table.grid, this.firstRow + row, knownValue(this.table.columnOf, field));
    const value = shownText(cell);
    if (value === "" || cell.kind === CellKind.error) {
      faults.push(this.missing(row, field));
      return undefined;
    }
    const parsed = this.parsed(column, cell, context);
    const words = { column: column.title };
    if (parsed.ok) {
      if (parsed.remark)
        this.remark(row, { ...parsed.remark, field, value, words: parsed.remark.words ?? {} });
      return parsed.value;
    }
    faults.push({ code: parsed.fault.code, field, value, words: { ...words, ...parsed.fault.words } });
    return undefined;
  }

  /** A text is in many rows; what one comes to under a context is worked out once. */
  private parsed<T>(column: Column<T>, cell: CellView, context: ReadContext): Parsed<T> {
    if (cell.kind !== CellKind.text) return column.parse(cell, context);
    let known = this.texts.get(context);
    if (!known) this.texts.set(context, (known = new Map<string, Parsed<unknown>>()));
    let parsed = known.get(cell.text);
    if (!parsed) known.set(cell.text, (parsed = column.parse(cell, context)));
    return parsed as Parsed<T>;
  }

  /** Something worth knowing of a cell that was read. */
  private remark(row: number, { code, field, value, words }: Fault): void {
    const { title } = this.table.definition.columns[field];
    this.reportFaults(row, [{ code, field, value, words: { column: title, ...words } }], []);
  }

  private readMoment(row: number, { date }: SourceReading, faults: Fault[]): void {
    const column = this.table.grid.columns[knownValue(this.table.columnOf, "date")]!;
    const sheetRow = this.firstRow + row;
    const kind = column.kinds[sheetRow];
    const serial = column.values[sheetRow]!;
    const isSerial = kind === CellKind.date || (kind === CellKind.number && date.isEpoch !== true);
    if (isSerial && serial >= USAGE_DAYS.first && serial < USAGE_DAYS.last + 1) {
      this.moments[row] = serial;
      return;
    }
    const moment = this.parse<Moment>(row, "date", date, faults);
    this.moments[row] = moment ? this.within(row, moment) : NaN;
  }

  /** A month alone is its last day, or the contract's last day of service in it. */
  private within(row: number, { day, time, isMonth }: Moment): number {
    if (isMonth !== true) return day + time;
    const meter = this.meters.names[this.meterOf[row]!] ?? "";
    const found = this.finder.find(this.firstRow + row, meter, day);
    const last = found.ok ? this.input.catalog.contracts[found.contract]!.service.to : day;
    return last < day && endOfMonth(last) === day ? last : day;
  }

  /** False where the quantity of the row cannot be told for a reason that concerns its whole sheet. */
  private readQuantity(
    row: number,
    { quantity: context, quantitySource }: SourceReading,
    contract: number | undefined,
    faults: Fault[],
  ): boolean {
    if (quantitySource.kind !== "column") {
      this.scaled[row] = quantitySource.kind === "rows" ? scaleDouble(1) : 0;
      return quantitySource.kind === "rows";
    }
    const sheetRow = this.firstRow + row;
    const index = knownValue(this.table.columnOf, "quantity");
    const column = this.table.grid.columns[index];
    const kind = column?.kinds[sheetRow] ?? CellKind.blank;
    const value = column?.values[sheetRow] ?? 0;
    // Beyond 15 digits a cell holds no figure of a bill: the column says so.
    const isFigure = (kind === CellKind.number || kind === CellKind.percent) && Math.abs(value) < MOST_EXACT;
    if (this.table.mergedFigures.get(sheetRow)?.has("quantity") === true) {
      const { title } = this.table.definition.columns.quantity;
      faults.push({ code: "MERGED_FIGURE", field: "quantity", value: "", words: { column: title } });
    } else if (isFigure) {
      this.scaled[row] = scaleDouble(value);
      if (Number.isNaN(this.scaled[row])) this.keepWide(row, decimalOfDouble(value));
      if (this.wide.has(row) && hasHiddenDigits(value)) {
        const read = decimalOfDouble(value).toString();
        const words = { most: "15 digits", effect: `Excel keeps 15, so it was read as ${read}` };
        this.remark(row, { code: "LONG_NUMBER", field: "quantity", value: String(value), words });
      }
    } else {
      const quantity =
        this.readTime(row, index, contract, faults) ??
        this.countedOnce(row, index) ??
        this.parse<Decimal>(row, "quantity", context, faults);
      if (quantity) this.keep(row, quantity);
    }
    return true;
  }

  /** A time as a quantity in the unit of the price or meter; undefined where the cell shows none. */
  private readTime(
    row: number,
    index: number,
    contract: number | undefined,
    faults: Fault[],
  ): Decimal | undefined {
    const cell = viewCell(this.table.grid, this.firstRow + row, index);
    const elapsed = elapsedSeconds(cell);
    // Whose row it is has been asked already; in which unit it counts is the next question.
    if (elapsed === undefined || contract === undefined) return undefined;
    const unit = this.unitOf(contract, this.meters.names[this.meterOf[row]!] ?? "");
    const value = shownText(cell);
    if (!unit.ok) {
      const words = {
        column: "Quantity",
        unit: unit.units.length > 0 ? `: the Unit is ${unit.units.join(" and ")}` : ": there is no Unit",
      };
      faults.push({ code: "TIME_WITHOUT_UNIT", field: "quantity", value, words });
      return zero;
    }
    const quantity = quantityOfTime(elapsed, unit.seconds);
    const read = `${formatFigure(quantity.toDecimalPlaces(4))} ${unit.unit}`;
    this.remark(row, { code: "TIME_AS_QUANTITY", field: "quantity", value, words: { read } });
    return quantity;
  }

  /** A blank quantity counts once where all that reads the row counts rows. */
  private countedOnce(row: number, index: number): Decimal | undefined {
    const isBlank = isBlankAt(this.table.grid, this.firstRow + row, index);
    return isBlank && this.isCounted(nameKey(this.meters.names[this.meterOf[row]!] ?? "")) ? one : undefined;
  }

  private keep(row: number, quantity: Decimal): void {
    this.scaled[row] = scaleDecimal(quantity);
    if (Number.isNaN(this.scaled[row])) this.keepWide(row, quantity);
  }

  private keepWide(row: number, quantity: Decimal): void {
    this.scaled[row] = 0;
    this.wide.set(row, quantity);
  }

  private readReceived(row: number, { received }: SourceReading): void {
    const index = this.table.columnOf.get("received");
    if (index === undefined) return;
    const cell = viewCell(this.table.grid, this.firstRow + row, index);
    if (cell.kind === CellKind.blank) return;
    const parsed = this.table.definition.columns.received.parse(cell, received);
    if (parsed.ok) this.received[row] = parsed.value;
  }
}

/**
 * Reads the Usage table into columns. Rows that cannot be used are reported and marked, duplicates are left to
 * findDuplicates; nothing is lost: every row that is not blank has a state.
 */
export function readUsage(input: ReadUsageInput): Usage {
  return new UsageReader(input).read();
}
