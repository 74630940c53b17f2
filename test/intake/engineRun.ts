import ExcelJS from "exceljs";
import { billPeriod, cellAddress, formatPeriod, parsePeriod, type Snapshot } from "../../src/core/api";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { bytesOfBook } from "../support/bytesOfBook";

/** A cell as a case writes it: a value, a date, a number with its format or a formula with its result. */
type CaseCell =
  | string
  | number
  | boolean
  | null
  | { readonly date: string }
  | { readonly v: number; readonly fmt: string }
  | { readonly formula: string; readonly result: number };

export interface CaseInput {
  readonly sheets: Readonly<Record<string, readonly (readonly CaseCell[])[]>>;
}

function fill(cell: ExcelJS.Cell, value: CaseCell): void {
  if (value === null || value === "") return;
  if (typeof value !== "object") cell.value = value;
  else if ("date" in value) {
    cell.value = new Date(`${value.date}T00:00:00Z`);
    cell.numFmt = "yyyy-mm-dd";
  } else if ("fmt" in value) {
    cell.value = value.v;
    cell.numFmt = value.fmt;
  } else cell.value = value;
}

/** The workbook of a small case, written as a file and read as one. */
export async function bookOf({ sheets }: CaseInput): Promise<Snapshot> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const [row, cells] of rows.entries()) {
      for (const [column, value] of cells.entries()) fill(sheet.getCell(row + 1, column + 1), value);
    }
  }
  return readBytes(await bytesOfBook(workbook));
}

async function readBytes(bytes: Uint8Array): Promise<Snapshot> {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading.snapshot;
}

export interface RunIssue {
  readonly code: string;
  readonly severity: string;
  readonly sheet: string;
  readonly cell: string;
  readonly message: string;
  /** Contracts that wait for it. */
  readonly holds: readonly string[];
  /** Other sheets that it is about. */
  readonly besides: readonly string[];
}

/** What a run says, as `bill --json` prints it. */
export interface EngineRun {
  readonly exit: number;
  readonly period: string;
  readonly invoices: readonly {
    readonly contractId: string;
    readonly currency: string;
    readonly subtotal: string;
    readonly tax: string;
    readonly lines: readonly {
      readonly priceId: string;
      readonly kind: string;
      readonly amount: string;
      readonly quantity: string;
      readonly explanation: string;
    }[];
  }[];
  readonly held: readonly string[];
  readonly issues: readonly RunIssue[];
  readonly findings: readonly string[];
}

export interface RunArguments {
  readonly period: string | undefined;
  readonly giveNumbers: boolean;
}

/** Bills a workbook in this process. */
export function runEngine(snapshot: Snapshot, { period, giveNumbers }: RunArguments): EngineRun {
  const options = {
    period: period === undefined ? undefined : parsePeriod(period),
    asOf: undefined,
    giveNumbers,
  };
  const result = billPeriod(snapshot, options);
  const issues = (result.ok ? result.run.issues : result.issues).map(
    ({ code, severity, at, message, holds, besides = [] }) => ({
      code,
      severity,
      sheet: at.sheet,
      cell: cellAddress(at),
      message,
      holds,
      besides,
    }),
  );
  if (!result.ok) return { exit: 2, period: "", invoices: [], held: [], issues, findings: [] };
  const { run } = result;
  return {
    exit: run.held.length > 0 || issues.some(({ severity }) => severity === "error") ? 1 : 0,
    period: formatPeriod(run.book.period),
    invoices: run.invoices.map(({ contractId, currency, subtotal, tax, lines }) => ({
      contractId,
      currency,
      subtotal: subtotal.toFixed(2),
      tax: tax.toFixed(2),
      lines: lines.map(({ priceId, kind, amount, quantity, explanation }) => ({
        priceId,
        kind,
        amount: amount.toFixed(2),
        quantity: quantity.toString(),
        explanation,
      })),
    })),
    held: run.held.map(({ contractId }) => contractId),
    issues,
    findings: run.reconciliation.findings.map(
      ({ code, contractId, cause }) => `${code} ${contractId} ${cause}`,
    ),
  };
}
