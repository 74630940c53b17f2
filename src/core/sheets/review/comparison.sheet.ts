import { formatPeriod } from "../../calendar/period";
import { shownValue } from "../../comparison/causes";
import type { Comparison, DocumentDifference } from "../../comparison/comparison";
import { documentEffects, effectOrder, ratedEffects, type EffectId } from "../../comparison/effects";
import { minorDigits } from "../../money/currency";
import { sum, type Decimal } from "../../money/decimal";
import { idColumn, moneyColumn, textColumn, type Column } from "../../schema/column";
import { defineTable } from "../../schema/table";
import { FIRST_ROW } from "../layout";
import { columnLetter } from "../outputSheet";
import type { PlannedCell } from "../plan";
import { reportSheetsOf, type ReportInput } from "../receivables/reportInput";
import { amountStyle, boldAmountStyle, boldText } from "../styles";
import { textCell, type OutputColumn } from "../tableSheet";

const REVIEW_TAB = "C55A11";

/** Cells that a row names; more are counted. */
const TOLD = 2;

const helpOf = (id: EffectId) =>
  [...ratedEffects, ...documentEffects].find((effect) => effect.id === id)?.help ?? "";

const titleOf = (id: EffectId) =>
  id === "currency" ? "Other currency" : id.charAt(0).toUpperCase() + id.slice(1);

type EffectField = `${EffectId}Effect`;
const fieldOf = (id: EffectId): EffectField => `${id}Effect`;

const effectColumns = Object.fromEntries(
  effectOrder.map((id) => [fieldOf(id), moneyColumn({ title: titleOf(id), help: helpOf(id) })]),
) as Record<EffectField, Column<Decimal>>;

const comparisonTable = defineTable({
  title: "Comparison",
  synonyms: [],
  help: "Two billed workbooks, A and B, document by document: Total A and the effects of all causes add up to Total B.",
  columns: {
    customerId: idColumn({ title: "Customer ID", help: "who is billed; Total for a currency" }),
    contractId: idColumn({ title: "Contract ID", help: "blank where a document bills several" }),
    period: textColumn({ title: "Period", help: "of the document" }),
    invoiceA: idColumn({ title: "Invoice A", help: "its number in A" }),
    invoiceB: idColumn({ title: "Invoice B", help: "its number in B" }),
    currency: textColumn({ title: "Currency", help: "ISO 4217 code" }),
    totalA: moneyColumn({ title: "Total A", help: "in A, with tax" }),
    ...effectColumns,
    totalB: moneyColumn({ title: "Total B", help: "Total A and all effects" }),
    difference: moneyColumn({ title: "Difference", help: "Total B − Total A" }),
    causes: textColumn({ title: "Causes", help: "what changed, effect by effect" }),
    cells: textColumn({ title: "Changed cells", help: "input cells in A and B" }),
  },
  examples: [],
});
type Field = keyof (typeof comparisonTable)["columns"];
type Input = ReportInput<Comparison>;

/** A document, or all of a currency. */
interface Row {
  readonly document: DocumentDifference | undefined;
  readonly currency: string;
  readonly documents: readonly DocumentDifference[];
  /** First and last row of the currency's documents, from 0. */
  readonly block: readonly [number, number];
  readonly equal: { readonly a: Decimal; readonly b: Decimal };
}

const letter = (field: Field) => columnLetter(comparisonTable, field);
const at = (field: Field, sheetRow: number) => `$${letter(field)}${String(sheetRow + 1)}`;

const largestFirst = (a: DocumentDifference, b: DocumentDifference) =>
  b.difference.abs().comparedTo(a.difference.abs());

/** The total of each currency, then its documents, largest difference first. */
function rowsOf({ documents, totals }: Comparison): Row[] {
  let next = 0;
  return totals.flatMap(({ currency, totalA, totalB }): Row[] => {
    const group = documents.filter((document) => document.currency === currency).sort(largestFirst);
    const block = [next + 1, next + group.length] as const;
    next += group.length + 1;
    const equal = {
      a: totalA.minus(sum(group.map((difference) => difference.totalA))),
      b: totalB.minus(sum(group.map((difference) => difference.totalB))),
    };
    return [undefined, ...group].map((document) => ({ document, currency, documents: group, block, equal }));
  });
}

const effectOf = ({ effects }: DocumentDifference, id: EffectId) =>
  effects.find(({ effect }) => effect === id)?.amount;

/** A figure of a document; of a currency the sum over its documents, and what all equal ones come to. */
function amountColumn(
  field: Field,
  valueOf: (document: DocumentDifference) => Decimal | undefined,
  formulaOf?: (sheetRow: number) => string,
  equalOf?: (row: Row) => Decimal,
): OutputColumn<Row, Input> {
  return {
    width: 13,
    cell: (row, sheetRow): PlannedCell | null => {
      const { document, documents, currency, block } = row;
      const digits = String(minorDigits(currency));
      if (document) {
        const value = valueOf(document);
        if (value === undefined) return null;
        const formula = formulaOf ? { formula: `ROUND(${formulaOf(sheetRow)},${digits})` } : {};
        return { value, style: amountStyle(currency), ...formula };
      }
      const values = documents.flatMap((difference) => valueOf(difference) ?? []);
      const equal = equalOf?.(row);
      if (values.length === 0 && equal === undefined) return null;
      const [first, last] = block.map((index) => String(index + FIRST_ROW + 1));
      const range = `SUM($${letter(field)}$${first!}:$${letter(field)}$${last!})`;
      const rest = equal && !equal.isZero() ? `+${equal.toFixed()}` : "";
      const formula = documents.length === 0 ? (equal?.toFixed() ?? "0") : `${range}${rest}`;
      const value = equal ? sum([...values, equal]) : sum(values);
      return { value, formula: `ROUND(${formula},${digits})`, style: boldAmountStyle(currency) };
    },
  };
}

const text = (width: number, of: (document: DocumentDifference) => string): OutputColumn<Row, Input> => ({
  width,
  cell: ({ document }) => (document ? textCell(of(document)) : null),
});

/** A document that one book alone has explains itself. */
function cellsText({ cells, invoiceA, invoiceB }: DocumentDifference): string {
  if (invoiceA === "" || invoiceB === "") return "";
  const told = cells.slice(0, TOLD).map(({ table, column, a, b, cellA, cellB }) => {
    const where = cellA === cellB ? cellA : [cellA, cellB].filter((cell) => cell !== "").join(" / ");
    return `${where || table} ${column}: ${shownValue(a)} → ${shownValue(b)}`;
  });
  return [...told, ...(cells.length > TOLD ? [`and ${String(cells.length - TOLD)} more`] : [])].join("\n");
}

const [firstEffect, lastEffect] = [fieldOf(effectOrder[0]!), fieldOf(effectOrder[effectOrder.length - 1]!)];

/** One row a document that differs, its effects side by side, and a total for each currency. */
export const comparisonSheet = reportSheetsOf<Comparison>()({
  table: comparisonTable,
  written: "always",
  tabColor: REVIEW_TAB,
  rows: ({ report }) => rowsOf(report),
  columns: {
    customerId: {
      width: 14,
      cell: ({ document }: Row) =>
        document ? textCell(document.customerId) : { value: "Total", style: boldText },
    },
    contractId: text(14, ({ contractId }) => contractId),
    period: text(24, ({ period }) => (period ? formatPeriod(period) : "")),
    invoiceA: text(24, ({ invoiceA }) => invoiceA),
    invoiceB: text(24, ({ invoiceB }) => invoiceB),
    currency: { width: 9, cell: ({ currency }: Row) => ({ value: currency }) },
    totalA: amountColumn(
      "totalA",
      ({ totalA }) => totalA,
      undefined,
      ({ equal }) => equal.a,
    ),
    ...(Object.fromEntries(
      effectOrder.map((id) => [fieldOf(id), amountColumn(fieldOf(id), (document) => effectOf(document, id))]),
    ) as Record<EffectField, OutputColumn<Row, Input>>),
    totalB: amountColumn(
      "totalB",
      ({ totalB }) => totalB,
      (row) => `${at("totalA", row)}+SUM(${at(firstEffect, row)}:${at(lastEffect, row)})`,
      ({ equal }) => equal.b,
    ),
    difference: amountColumn(
      "difference",
      ({ difference }) => difference,
      (row) => `${at("totalB", row)}-${at("totalA", row)}`,
    ),
    causes: text(50, ({ effects }) => effects.map(({ effect, cause }) => `${effect}: ${cause}`).join("\n")),
    cells: text(50, cellsText),
  },
});
