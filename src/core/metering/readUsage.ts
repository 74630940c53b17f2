import type { Day } from "../calendar/day";
import type { Catalog } from "../catalog/records";
import { CellKind, type CellRef } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import type { IssueCode } from "../issues/issueCodes";
import { decimalOfDouble, type Decimal } from "../money/decimal";
import { viewCell, type BoundTable } from "../schema/bind";
import { shownText, type Column, type ReadContext } from "../schema/column";
import type { DecimalSign } from "../schema/numberText";
import { settleDateOrder } from "../schema/readRecords";
import { ContractFinder } from "./assignContract";
import type { Meters } from "./meters";
import { textCodes, type TextCodes } from "./textCodes";
import { hasHiddenDigits, scaleDecimal, scaleDouble } from "../money/scaledQuantity";
import { NO_CONTRACT, RowState, UNSETTLED_CONTRACT, usageCell, type Usage } from "./usage";
import { USAGE_DAYS, type UsageColumns } from "./usage.table";

/** The contracts whose invoice waits for a row; the day is undefined where it cannot be read. */
export type DependsOn = (contract: number, day: Day | undefined) => readonly string[];

export interface ReadUsageInput {
  readonly bound: BoundTable<UsageColumns>;
  readonly catalog: Catalog;
  readonly meters: Meters;
  readonly decimalSign: DecimalSign | undefined;
  readonly dependsOn: DependsOn;
  readonly report: Report;
}

interface Fault {
  readonly code: IssueCode;
  readonly field: keyof UsageColumns;
  readonly value: string;
  readonly words: Readonly<Record<string, string>>;
}

/** Reads the columns of one sheet; kept as a class for the length of the read because a million rows share its arrays. */
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
  private readonly dateContext: ReadContext;
  private readonly receivedContext: ReadContext;

  constructor(private readonly input: ReadUsageInput) {
    const { bound, catalog, decimalSign } = input;
    this.firstRow = bound.firstRow;
    this.rowCount = Math.max(0, bound.lastRow - bound.firstRow + 1);
    this.state = new Uint8Array(this.rowCount);
    this.contractOf = new Int32Array(this.rowCount).fill(NO_CONTRACT);
    this.meterOf = new Int32Array(this.rowCount);
    this.moments = new Float64Array(this.rowCount);
    this.scaled = new Float64Array(this.rowCount);
    this.received = new Int32Array(this.rowCount);
    this.meters = textCodes(bound.grid, bound.columnOf.get("meter")!);
    this.finder = new ContractFinder(bound, catalog, input.meters);
    const dateOrder = settleDateOrder(bound, bound.columnOf.get("date")!);
    this.dateContext = { decimalSign, dateOrder };
    this.receivedContext = { decimalSign, dateOrder };
  }

  read(): Usage {
    for (let row = 0; row < this.rowCount; row++) this.readRow(row);
    return { ...this.columns(), meterNames: this.meters.names };
  }

  private columns(): Omit<Usage, "meterNames"> {
    const { firstRow, rowCount, state, contractOf, meterOf, moments, scaled, wide, received } = this;
    return {
      bound: this.input.bound,
      firstRow,
      rowCount,
      state,
      contractOf,
      meterOf,
      moments,
      scaled,
      wide,
      received,
    };
  }

  private readRow(row: number): void {
    const faults: Fault[] = [];
    const meter = this.meters.codeAt(this.firstRow + row);
    if (meter === undefined) {
      if (this.isBlankRow(row)) return;
      faults.push(this.missing(row, "meter"));
    } else this.meterOf[row] = meter;
    this.readMoment(row, faults);
    this.readQuantity(row, faults);
    this.readReceived(row);
    const moment = this.moments[row]!;
    const day = Number.isNaN(moment) ? undefined : Math.floor(moment);
    const found = this.finder.find(
      this.firstRow + row,
      meter === undefined ? "" : this.meters.names[meter]!,
      day,
    );
    if (found.ok) this.contractOf[row] = found.contract;
    else {
      this.contractOf[row] = found.isUnknown ? NO_CONTRACT : UNSETTLED_CONTRACT;
      if (found.fault) faults.push(found.fault);
    }
    this.state[row] = faults.length > 0 || !found.ok ? RowState.rejected : RowState.ready;
    if (faults.length > 0)
      this.reportFaults(row, faults, found.ok ? this.input.dependsOn(found.contract, day) : found.holds);
  }

  private reportFaults(row: number, faults: readonly Fault[], holds: readonly string[]): void {
    for (const { code, field, value, words } of faults) {
      this.input.report(makeIssue(code, { at: this.cell(row, field), value, words, holds }));
    }
  }

  private cell(row: number, field: keyof UsageColumns): CellRef {
    return usageCell(this, row, field);
  }

  get bound(): BoundTable<UsageColumns> {
    return this.input.bound;
  }

  private isBlankRow(row: number): boolean {
    return [...this.bound.columnOf.values()].every(
      (column) => shownText(viewCell(this.bound.grid, this.firstRow + row, column)) === "",
    );
  }

  private missing(row: number, field: keyof UsageColumns): Fault {
    const column: Column<unknown> = this.bound.definition.columns[field];
    const cell = viewCell(this.bound.grid, this.firstRow + row, this.bound.columnOf.get(field)!);
    const words = { column: column.title, right: column.help };
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
    const column = this.bound.definition.columns[field] as unknown as Column<T>;
    const cell = viewCell(this.bound.grid, this.firstRow + row, this.bound.columnOf.get(field)!);
    const value = shownText(cell);
    if (value === "" || cell.kind === CellKind.error) {
      faults.push(this.missing(row, field));
      return undefined;
    }
    const parsed = column.parse(cell, context);
    const words = { column: column.title };
    if (parsed.ok) {
      if (parsed.remark)
        this.reportFaults(
          row,
          [{ ...parsed.remark, field, value, words: { ...words, ...parsed.remark.words } }],
          [],
        );
      return parsed.value;
    }
    faults.push({ code: parsed.fault.code, field, value, words: { ...words, ...parsed.fault.words } });
    return undefined;
  }

  private readMoment(row: number, faults: Fault[]): void {
    const column = this.bound.grid.columns[this.bound.columnOf.get("date")!]!;
    const sheetRow = this.firstRow + row;
    const kind = column.kinds[sheetRow];
    const serial = column.values[sheetRow]!;
    const isNumber = kind === CellKind.date || kind === CellKind.number;
    if (isNumber && serial >= USAGE_DAYS.first && serial < USAGE_DAYS.last + 1) {
      this.moments[row] = serial;
      return;
    }
    const moment = this.parse<{ day: Day; time: number }>(row, "date", this.dateContext, faults);
    this.moments[row] = moment ? moment.day + moment.time : NaN;
  }

  private readQuantity(row: number, faults: Fault[]): void {
    const index = this.bound.columnOf.get("quantity");
    const sheetRow = this.firstRow + row;
    const column = index === undefined ? undefined : this.bound.grid.columns[index];
    const kind = column?.kinds[sheetRow] ?? CellKind.blank;
    if (
      kind === CellKind.blank ||
      (kind === CellKind.text && column!.texts[column!.values[sheetRow]!]!.trim() === "")
    ) {
      this.scaled[row] = scaleDouble(1);
      return;
    }
    const value = column!.values[sheetRow]!;
    if ((kind === CellKind.number || kind === CellKind.percent) && Math.abs(value) < 1e15) {
      this.scaled[row] = scaleDouble(value);
      if (Number.isNaN(this.scaled[row]))
        this.keepWide(row, decimalOfDouble(value), hasHiddenDigits(value) ? String(value) : undefined);
      return;
    }
    const quantity = this.parse<Decimal>(row, "quantity", this.dateContext, faults);
    if (!quantity) return;
    this.scaled[row] = scaleDecimal(quantity);
    if (Number.isNaN(this.scaled[row])) this.keepWide(row, quantity, undefined);
  }

  private keepWide(row: number, quantity: Decimal, hiddenDigits: string | undefined): void {
    this.scaled[row] = 0;
    this.wide.set(row, quantity);
    if (hiddenDigits === undefined) return;
    const words = { column: "Quantity", read: quantity.toString() };
    this.reportFaults(row, [{ code: "LONG_NUMBER", field: "quantity", value: hiddenDigits, words }], []);
  }

  private readReceived(row: number): void {
    const index = this.bound.columnOf.get("received");
    if (index === undefined) return;
    const cell = viewCell(this.bound.grid, this.firstRow + row, index);
    if (cell.kind === CellKind.blank) return;
    const parsed = this.bound.definition.columns.received.parse(cell, this.receivedContext);
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
