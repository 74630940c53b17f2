import { formatMoney, totalsOfBooks, type BookResult, type SharedNumber } from "../../core/api";
import { counted } from "../counted";
import { exitStatus, type ExitStatus } from "../exit";
import { totalsJson } from "../json/totalsJson";
import { alignedLines } from "../textTable";

/** All that became of the workbooks of a folder. */
export interface BilledFolder {
  readonly folder: string;
  /** In the order of their names. */
  readonly results: readonly BookResult[];
  readonly shared: readonly SharedNumber[];
  /** The register, as it is called. */
  readonly register: string;
}

/** Refused where no workbook was billed, and to be seen to where one was not, or has something wrong in it. */
export function folderStatus({ results, shared }: BilledFolder): ExitStatus {
  if (results.every(({ status }) => status === "refused")) return exitStatus.refused;
  const isWrong = shared.length > 0 || results.some(({ status }) => status !== "billed");
  return isWrong ? exitStatus.attention : exitStatus.done;
}

/** The one JSON object of `bill` over a folder. */
export function folderJson({ folder, results, shared, register }: BilledFolder) {
  return {
    folder,
    books: results.map(({ totals, numbers: _numbers, seller: _seller, ...result }) => ({
      ...result,
      totals: totalsJson(totals),
    })),
    totals: totalsJson(totalsOfBooks(results)),
    sharedNumbers: shared,
    output: register,
  };
}

const number = (value: number) => value.toLocaleString("en-US");

/** A summary is read at a glance; the register has the rest. */
const MOST_SHARED = 8;

function bookLines(results: readonly BookResult[]): string[] {
  const billed = results.filter(({ status }) => status !== "refused");
  if (billed.length === 0) return [];
  const rows = billed.map(({ book, period, documents, held, waiting, errors, output }) => [
    book,
    period,
    number(documents),
    number(held),
    number(waiting),
    number(errors),
    output,
  ]);
  const titles = ["Workbook", "period", "documents", "held", "waiting", "errors", "written to"];
  const lines = alignedLines([titles, ...rows], (column) => column >= 2 && column <= 5);
  return ["", ...lines.map((line) => `  ${line}`)];
}

function totalLines(results: readonly BookResult[]): string[] {
  const totals = totalsOfBooks(results);
  if (totals.length === 0) return [];
  const rows = totals.map(({ currency, subtotal, tax, total }) => [
    currency,
    ...[subtotal, tax, total].map((amount) => formatMoney(amount, currency)),
  ]);
  const lines = alignedLines([["Totals", "net", "tax", "total"], ...rows], (column) => column >= 1);
  return ["", ...lines.map((line) => `  ${line}`)];
}

function refusedLines(results: readonly BookResult[]): string[] {
  const refused = results.filter(({ status }) => status === "refused");
  if (refused.length === 0) return [];
  return ["", "Not billed", ...refused.map(({ book, reason }) => `  ${book}  ${reason}`)];
}

function sharedLines(shared: readonly SharedNumber[]): string[] {
  if (shared.length === 0) return [];
  const shown = shared.slice(0, MOST_SHARED).map((each) => `  ${each.number}  ${each.books.join(", ")}`);
  const more = shared.length - shown.length;
  return [
    "",
    "Numbers that stand in several workbooks of one seller: give each its own pattern or next number",
    ...shown,
    ...(more > 0 ? [`  and ${number(more)} more`] : []),
  ];
}

/** The short summary for a person: what each workbook came to, what all do, and what was not billed. */
export function folderSummary({ folder, results, shared, register }: BilledFolder): string {
  const billed = results.filter(({ status }) => status !== "refused").length;
  return [
    `${counted(results.length, "workbook")} in ${folder}: ${number(billed)} billed`,
    ...bookLines(results),
    ...totalLines(results),
    ...refusedLines(results),
    ...sharedLines(shared),
    "",
    `Register written to ${register}`,
    "",
  ].join("\n");
}
