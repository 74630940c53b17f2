import { billPeriod, cellAddress, parsePeriod } from "../../src/core/api";
import { caseBytes, openCase, type CaseCell, type CaseInput, type CaseSheet } from "./caseBook";
import { october } from "./smallBook";

export type Sheets = Record<string, CaseSheet>;
export type Row = readonly CaseCell[];

export const day = (date: string): CaseCell => ({ date });
export const pounds = (v: number): CaseCell => ({ v, fmt: '"£"#,##0.00' });
export const onDays = (days: readonly number[], ...cells: CaseCell[]): Row[] =>
  days.map((date) => [october(date), ...cells]);

/** Bills a book for October 2026 as `bill` does. */
export async function billOf(sheets: Sheets, csv: Readonly<Record<string, string>> = {}) {
  const { snapshot } = await openCase(await caseBytes({ sheets } as CaseInput), Object.entries(csv));
  const result = billPeriod(snapshot, {
    period: parsePeriod("2026-10"),
    asOf: undefined,
    giveNumbers: false,
  });
  if (!result.ok) throw new Error(result.reason);
  const { invoices, issues } = result.run;
  const owed = invoices.map(({ lines, total }) => [lines[0]!.contractId, total.toFixed(2)]);
  const errors = issues.filter(({ severity }) => severity === "error");
  return { owed: Object.fromEntries(owed) as Record<string, string>, errors, issues };
}

/** What keeps a first try from billing, by cell. */
export const stops = ({ errors }: Awaited<ReturnType<typeof billOf>>) =>
  errors.map(({ code, at }) => `${code} ${at.sheet}!${cellAddress(at)}`);
/** What is told of a bill beside notes. */
export const warnings = ({ issues }: Awaited<ReturnType<typeof billOf>>) =>
  issues
    .filter(({ severity }) => severity !== "info")
    .map(({ code, at }) => `${code} ${at.sheet}!${cellAddress(at)}`);
export const models = (...names: string[]): readonly string[] => names;

/** A sheet with other headers, and with a column more at its end. */
export function reheaded(
  sheet: CaseSheet,
  names: Readonly<Record<string, string>>,
  title?: string,
  cells: Row = [],
): CaseSheet {
  const header = sheet.rows.findIndex((row) => row.filter((cell) => typeof cell === "string").length > 2);
  const width = sheet.rows[header]!.length;
  const rows = sheet.rows.map((row, index) => {
    const named = index === header ? row.map((cell) => names[String(cell)] ?? cell) : row;
    const added = index === header ? title : cells[index - header - 1];
    if (title === undefined || added === undefined) return named;
    return [...named, ...Array.from({ length: width - named.length }, () => null), added];
  });
  return { ...sheet, rows };
}
