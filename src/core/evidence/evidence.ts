import { formatLongDay, formatLongPeriod } from "../calendar/longDate";
import type { CellRef, Snapshot } from "../grid/grid";
import type { Decimal } from "../money/decimal";
import { formatMoney } from "../money/format";
import { traceInvoice, type TracedInvoice } from "../run/explainInvoice";
import type { RunOptions } from "../run/options";
import { sheetNamed } from "../sheets/outputSheet";
import type { PlannedSheet, WritePlan } from "../sheets/plan";
import { viewCell } from "../schema/viewCell";
import { addAdjustment, addHistory, addTotals } from "./closingSections";
import { addItem, type ItemInput, type ItemLines, type SectionResult } from "./itemSection";
import { EvidencePage, pageSetup, type Step } from "./page";
import { contractClause } from "./words";

/** What leads to the amount of a line. */
export interface EvidenceLine {
  readonly line: number;
  readonly amount: Decimal;
  readonly steps: readonly Step[];
  readonly sources: readonly CellRef[];
  /** What the workbook shows, where it differs from what its inputs give. */
  readonly differsFrom: Decimal | undefined;
}

/** All that an amount of a document follows from, as data and as a sheet to print. */
export interface Evidence {
  readonly number: string;
  readonly currency: string;
  readonly lines: readonly EvidenceLine[];
  readonly total: Decimal;
  readonly sheet: PlannedSheet;
}

export type EvidenceResult =
  | { readonly ok: true; readonly evidence: Evidence }
  /** The document has no such line, but so many. */
  | { readonly ok: false; readonly lines: number };

const TITLE = "Evidence";
const BEGINNING = "Evidence for ";

/** Lines of a document by what they were rated from, in its order; an adjustment stands alone. */
function groupsOf({ invoice }: TracedInvoice): (ItemLines | number)[] {
  const groups: (ItemLines | number)[] = [];
  for (const [index, line] of invoice.lines.entries()) {
    const { item } = line;
    const before = groups.at(-1);
    const numbered = { number: index + 1, line };
    if (!item) groups.push(index + 1);
    else if (typeof before === "object" && before.item === item)
      groups[groups.length - 1] = { item, lines: [...before.lines, numbered] };
    else groups.push({ item, lines: [numbered] });
  }
  return groups;
}

/** The sheet's name: one that somebody else made is left alone. */
function sheetName(snapshot: Snapshot): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? TITLE : `${TITLE} (${String(number)})`;
    const grid = sheetNamed(snapshot, name);
    if (!grid || viewCell(grid, 0, 0).text.startsWith(BEGINNING)) return name;
  }
}

function addBeginning(page: EvidencePage, { invoice, stored, book }: TracedInvoice, number: string): void {
  page.title(`${BEGINNING}${number}`);
  const { customer, currency, period, total } = invoice;
  const date = stored?.invoiceDate ?? invoice.invoiceDate;
  page.note(
    `${customer.customerName} (${customer.customerId}), ${formatLongPeriod(period)}, dated ${formatLongDay(date)}: ${currency} ${formatMoney(total, currency)}.`,
    "text",
  );
  page.note(
    "Each amount is a formula over the figures beside and above it; each source leads to its cell. Exact amount = quantity × unit price + fee; amount = exact amount + rounding.",
  );
  page.heading("What was agreed");
  const ids = [...new Set(invoice.lines.map(({ contractId }) => contractId))];
  for (const id of ids) {
    const contract = book.catalog.contractById.get(id);
    if (contract) page.step({ text: contractClause(contract), source: contract.at });
  }
}

function differences({ invoice, stored }: TracedInvoice): Map<number, Decimal> {
  const found = new Map<number, Decimal>();
  for (const line of stored?.lines ?? []) {
    const now = invoice.lines[(line.line ?? 0) - 1];
    if (line.line !== undefined && now && !now.amount.equals(line.amount)) found.set(line.line, line.amount);
  }
  return found;
}

function addGroup(input: ItemInput, group: ItemLines | number): SectionResult {
  if (typeof group !== "number") return addItem(input, group);
  const { row, source } = addAdjustment(input.page, input.traced, group);
  return { rows: new Map([[group, row]]), sources: source ? [source] : [] };
}

function planSheet(page: EvidencePage, number: string, snapshot: Snapshot): PlannedSheet {
  const { rows, widths, heights, merges } = page.sheet;
  return {
    name: sheetName(snapshot),
    rows,
    widths,
    heights,
    merges,
    page: pageSetup(page, `&L${number.replaceAll("&", "&&")}&RPage &P of &N`),
    hideGridLines: true,
  };
}

/**
 * Shows what every amount of a document, or one of its lines, follows from: the run that made it is repeated and each of
 * its steps is a row with a native formula. Undefined when neither the workbook nor its inputs know the number.
 */
export function gatherEvidence(
  snapshot: Snapshot,
  number: string,
  only: number | undefined,
  options: RunOptions,
): EvidenceResult | undefined {
  const traced = traceInvoice(snapshot, number, options);
  if (!traced) return undefined;
  const { invoice } = traced;
  if (only !== undefined && !invoice.lines[only - 1]) return { ok: false, lines: invoice.lines.length };
  const page = new EvidencePage();
  addBeginning(page, traced, number);
  const agreed = page.takeSteps();
  const differing = differences(traced);
  for (const [line, amount] of differing)
    page.note(
      `The workbook shows ${formatMoney(amount, invoice.currency)} for line ${String(line)}: its inputs have changed since.`,
      "warning",
    );
  const rowOf = new Map<number, number>();
  const lines: EvidenceLine[] = [];
  for (const group of groupsOf(traced)) {
    const numbers = typeof group === "number" ? [group] : group.lines.map((line) => line.number);
    if (only !== undefined && !numbers.includes(only)) continue;
    const { rows, sources } = addGroup({ traced, snapshot, page }, group);
    for (const [line, row] of rows) rowOf.set(line, row);
    // Steps of the other lines of a price lead to the amount as well: a discount is of them.
    const steps = [...agreed, ...page.takeSteps()];
    for (const line of only === undefined ? numbers : [only]) {
      const { amount, contractId } = invoice.lines[line - 1]!;
      const at = traced.book.catalog.contractById.get(contractId)?.at;
      const all = [...(at ? [at] : []), ...sources];
      lines.push({ line, amount, steps, sources: all, differsFrom: differing.get(line) });
    }
  }
  if (only === undefined) addTotals(page, traced, rowOf);
  addHistory(page, snapshot, traced);
  const { currency, total } = invoice;
  return { ok: true, evidence: { number, currency, lines, total, sheet: planSheet(page, number, snapshot) } };
}

/** The evidence as what is written: its sheet, in the workbook that its links lead into. */
export function planEvidence({ sheet }: Pick<Evidence, "sheet">): WritePlan {
  return { sheets: [sheet], removedSheets: [], appended: [] };
}
