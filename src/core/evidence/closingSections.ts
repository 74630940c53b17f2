import { formatLongDay } from "../calendar/longDate";
import type { CellRef, Snapshot } from "../grid/grid";
import { cellOf } from "../schema/readRecords";
import { runNumberOf } from "../documents/runOrder";
import { sumTaxes } from "../invoicing/tax";
import { minorDigits } from "../money/currency";
import { formatMoney, formatPercent } from "../money/format";
import type { TracedInvoice } from "../run/explainInvoice";
import { historiesOf, readApprovals } from "../review/log/readApprovals";
import { readRunLog } from "../sheets/runLog";
import { amountStyle, boldAmountStyle } from "../sheets/styles";
import { EvidencePage, Column, type Figure } from "./page";
import { referenceTo } from "./sourceRows";
import { momentWords } from "./words";

/** A line without a price: an adjustment, or a correction of another document. */
export function addAdjustment(
  page: EvidencePage,
  { invoice, book }: TracedInvoice,
  number: number,
): { readonly row: number; readonly source: CellRef | undefined } {
  const line = invoice.lines[number - 1]!;
  const ofLine = book.catalog.adjustments.filter(
    ({ description, date, adjustmentId = "" }) =>
      description === line.description && date === line.period.from && adjustmentId === line.priceId,
  );
  const source = ofLine.length === 1 ? ofLine[0]!.at : undefined;
  page.heading(`Line ${String(number)}: ${line.description}`);
  const row = page.step({
    text: `Line ${String(number)}: ${line.explanation}`,
    figures: { [Column.amount]: { value: line.amount, style: boldAmountStyle(invoice.currency) } },
    source,
  });
  return { row, source };
}

/** Net, tax and total as formulas over the amounts of the lines, and what the workbook shows. */
export function addTotals(
  page: EvidencePage,
  { invoice, stored, book }: TracedInvoice,
  rowOf: ReadonlyMap<number, number>,
): void {
  const { currency, lines, subtotal, total } = invoice;
  const digits = String(minorDigits(currency));
  const style = amountStyle(currency);
  const amount = (value: Figure["value"], formula: string) => ({
    [Column.amount]: { value, formula, style },
  });
  const cells = lines.map((_, index) => EvidencePage.cell(rowOf.get(index + 1)!, Column.amount));
  const added = (of: readonly string[]) => (of.length === 0 ? "0" : of.join("+"));
  page.heading("Net, tax and total");
  page.header({ [Column.text]: "Step", [Column.amount]: "Amount", [Column.source]: "Source" });
  const netRow = page.step({
    text: `Subtotal: the ${String(lines.length)} ${lines.length === 1 ? "line" : "lines"} above`,
    figures: amount(subtotal, `ROUND(${added(cells)},${digits})`),
  });
  const perLine = book.settings.taxRounding === "line";
  const taxRows = invoice.taxes.map(({ taxCode, name, rate, net, tax }) => {
    const taxed = cells.filter(
      (_, index) => lines[index]!.taxCode === taxCode && lines[index]!.taxRate.equals(rate),
    );
    const product = perLine
      ? added(taxed.map((cell) => `ROUND(${cell}*${rate.toFixed()},${digits})`))
      : `ROUND(ROUND(${added(taxed)},${digits})*${rate.toFixed()},${digits})`;
    const [plain] = sumTaxes(
      lines.filter((line) => line.taxCode === taxCode && line.taxRate.equals(rate)),
      minorDigits(currency),
      book.settings.taxRounding,
    );
    const rest = tax.minus(plain?.tax ?? 0);
    const left = rest.isZero()
      ? ""
      : `; with ${formatMoney(rest, currency)} that rounding left${invoice.corrects === "" ? "" : " of the corrected invoice"}`;
    return page.step({
      text: `Tax ${taxCode}${name === taxCode ? "" : ` (${name})`}: ${formatPercent(rate)} of ${formatMoney(net, currency)}, rounded ${perLine ? "line by line" : "once"}${left}`,
      figures: amount(
        tax,
        rest.isZero() ? `ROUND(${product},${digits})` : `ROUND(${product}+(${rest.toFixed()}),${digits})`,
      ),
    });
  });
  const parts = [netRow, ...taxRows].map((row) => EvidencePage.cell(row, Column.amount));
  const totalRow = page.step({
    text: `Total in ${currency}`,
    isStrong: true,
    figures: {
      [Column.amount]: {
        value: total,
        formula: `ROUND(${parts.join("+")},${digits})`,
        style: boldAmountStyle(currency),
      },
    },
  });
  addStoredTotal(page, { stored, book }, totalRow, { total, currency });
}

/** The total as the workbook shows it, and what it differs by. */
function addStoredTotal(
  page: EvidencePage,
  { stored, book }: Pick<TracedInvoice, "stored" | "book">,
  totalRow: number,
  { total, currency }: { readonly total: Figure["value"]; readonly currency: string },
): void {
  const bound = book.register.invoicesBound;
  if (stored?.total === undefined || !bound?.columnOf.has("total")) return;
  const at = cellOf(bound, stored.row, "total");
  const style = amountStyle(currency);
  const row = page.step({
    text: "Total as the workbook shows it",
    figures: { [Column.amount]: { value: stored.total, formula: referenceTo(at), style } },
    source: at,
  });
  const cells = [totalRow, row].map((at) => EvidencePage.cell(at, Column.amount));
  const digits = String(minorDigits(currency));
  page.step({
    text: "Difference",
    figures: {
      [Column.amount]: {
        value: total.minus(stored.total),
        formula: `ROUND(${cells.join("-")},${digits})`,
        style,
      },
    },
  });
}

/** Something that was done to a document, in the words of the sheet. */
interface HistoryEntry {
  readonly runId: string;
  readonly text: string;
  readonly source: CellRef | undefined;
}

/** What Approvals say of a document, under all the numbers that it had. */
function actsOn(number: string, snapshot: Snapshot): HistoryEntry[] {
  const { bound, rows } = readApprovals(snapshot);
  return historiesOf(rows)(number).map((row) => {
    const { when, who = "", action = "", runId, from = "", to = "", was, comment } = row;
    const change = from === to ? "" : ` (${from} to ${to})`;
    const renamed = was === undefined ? "" : `, before ${was}`;
    const said = comment === undefined ? "" : `: ${comment}`;
    return {
      runId,
      text: `${momentWords(when.day + when.time)}: ${action} by ${who || "somebody"}${change}, ${runId}${renamed}${said}`,
      source: bound && row.row !== undefined ? cellOf(bound, row.row, "runId") : undefined,
    };
  });
}

/** The rows of the Run log that are about a document: the run that it names, and what names its number. */
function runsOn(number: string, runOfDocument: string | undefined, snapshot: Snapshot): HistoryEntry[] {
  const { bound, rows } = readRunLog(snapshot);
  const isAbout = ({ runId, parameters = "" }: (typeof rows)[number]) =>
    runId === runOfDocument || parameters.split(/[\s,;]+/).includes(number);
  return rows.filter(isAbout).map(({ when, who = "", action = "", runId, row }) => ({
    runId,
    text: `${momentWords(when.day + when.time)}: ${action} by ${who || "somebody"}, ${runId}`,
    source: bound && row !== undefined ? cellOf(bound, row, "runId") : undefined,
  }));
}

const orderOf = ({ runId }: HistoryEntry): number => runNumberOf(runId) ?? 0;

/** Who billed, submitted, approved and issued: rows of Approvals, and those of the Run log that are about the document. */
export function addHistory(page: EvidencePage, snapshot: Snapshot, { stored, invoice }: TracedInvoice): void {
  page.heading("Who did what");
  const number = stored?.invoiceNumber ?? invoice.number;
  const ofActs = actsOn(number, snapshot);
  const known = new Set(ofActs.map(({ runId }) => runId));
  const ofRuns = runsOn(number, stored?.runId, snapshot).filter(({ runId }) => !known.has(runId));
  const about = [...ofRuns, ...ofActs].sort((a, b) => orderOf(a) - orderOf(b));
  for (const { text, source } of about) page.step({ text, source });
  if (stored?.preparedBy !== undefined) page.step({ text: `Prepared by ${stored.preparedBy}` });
  if (stored?.approvedBy !== undefined) {
    const at = stored.approvedAt ? ` on ${momentWords(stored.approvedAt.day + stored.approvedAt.time)}` : "";
    page.step({ text: `Approved by ${stored.approvedBy}${at}` });
  }
  if (!stored)
    page.step({ text: "Nothing is written yet: the document follows from the workbook as it is." });
  if (stored && about.length === 0) page.step({ text: `No row of Run log or Approvals is about ${number}.` });
  page.note(
    `${number}: ${stored?.invoiceDate === undefined ? "no date" : `dated ${formatLongDay(stored.invoiceDate)}`}. Names are typed, not proven.`,
  );
}
