import { keyFiguresJson } from "../../src/cli/json/keyFiguresJson";
import { groupBy, keyFigureReport, openLedger, sum, type Decimal } from "../../src/core/api";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import type { Step } from "../../scripts/workedExamples/billStep";
import { sheetRows, type SheetRow } from "../../scripts/workedExamples/sheetRows";

type Amounts = Readonly<Record<string, string>>;

interface ExpectedSheet {
  readonly sheet: string;
  readonly rows: readonly SheetRow[];
  readonly count?: number;
  readonly sumOf?: string;
  readonly sum?: string;
}

/** What a step must give; what is left out is not part of the case. */
export interface StepExpectation {
  readonly net?: Amounts;
  readonly tax?: Amounts;
  readonly total?: Amounts;
  readonly customerNet?: Amounts;
  readonly documents?: Readonly<Record<string, number>>;
  readonly kinds?: Readonly<Record<string, Amounts>>;
  readonly products?: Readonly<Record<string, Amounts>>;
  /** Each line of the documents as kind, quantity and amount. */
  readonly lines?: readonly string[];
  readonly issues?: readonly { readonly code: string; readonly severity: string }[];
  readonly sheets?: readonly ExpectedSheet[];
  readonly revenueOfKpis?: readonly Readonly<Record<string, unknown>>[];
}

const asText = (amounts: readonly Decimal[]) => sum(amounts).toFixed(2);

type Document = Step["run"]["invoices"][number];

/** Per key of the expectation, the sum of a figure over the documents that bear the key. */
function figures(
  documents: readonly Document[],
  wanted: Amounts,
  keyOf: (document: Document) => string,
  figureOf: (document: Document) => Decimal,
): Amounts {
  return Object.fromEntries(
    Object.keys(wanted).map((key) => [
      key,
      asText(documents.filter((document) => keyOf(document) === key).map(figureOf)),
    ]),
  );
}

/** Per contract of the expectation, the sums of its lines by kind or product, as far as they are asked for. */
function lineSums(
  documents: readonly Document[],
  wanted: Readonly<Record<string, Amounts>>,
  field: "kind" | "product",
): Readonly<Record<string, Amounts>> {
  const lines = documents.flatMap((document) => document.lines);
  return Object.fromEntries(
    Object.entries(wanted).map(([contractId, amounts]) => [
      contractId,
      Object.fromEntries(
        Object.keys(amounts).map((key) => {
          const found = lines.filter((line) => line.contractId === contractId && line[field] === key);
          return [key, asText(found.map(({ amount }) => amount))];
        }),
      ),
    ]),
  );
}

const lineText = ({ kind, quantity, amount }: Document["lines"][number]) =>
  `${kind} ${quantity.toString()} ${amount.toFixed(2)}`;

const holds = (row: SheetRow, wanted: SheetRow) =>
  Object.entries(wanted).every(([title, value]) => row[title] === value);

/** A sheet in the words of its expectation: the rows of it that are there. */
function sheetAnswer(expected: ExpectedSheet, rows: readonly SheetRow[]): ExpectedSheet {
  const { sheet, sumOf } = expected;
  const values = rows.map((row) => row[sumOf ?? ""]);
  const added = values.reduce<number>((total, value) => total + (typeof value === "number" ? value : 0), 0);
  return {
    sheet,
    rows: expected.rows.filter((wanted) => rows.some((row) => holds(row, wanted))),
    ...(expected.count !== undefined && { count: rows.length }),
    ...(sumOf !== undefined && { sumOf, sum: added.toFixed(2) }),
  };
}

/** What a step gave, in the words of its expectation. */
export async function answerOf(step: Step, wanted: StepExpectation): Promise<StepExpectation> {
  const { invoices, issues, book } = step.run;
  const codes = new Set(wanted.issues?.map(({ code }) => code));
  const found = issues.filter(({ code, severity }) => codes.has(code) || severity === "error");
  const reading = await readWorkbook(step.bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  const ofContract = ({ contractId }: Document) => contractId;
  const ofCustomer = ({ customer }: Document) => customer.customerId;
  const documentsOf = groupBy(invoices, ofCustomer);
  return {
    ...(wanted.net && { net: figures(invoices, wanted.net, ofContract, ({ subtotal }) => subtotal) }),
    ...(wanted.tax && { tax: figures(invoices, wanted.tax, ofContract, ({ tax }) => tax) }),
    ...(wanted.total && { total: figures(invoices, wanted.total, ofContract, ({ total }) => total) }),
    ...(wanted.customerNet && {
      customerNet: figures(invoices, wanted.customerNet, ofCustomer, ({ subtotal }) => subtotal),
    }),
    ...(wanted.documents && {
      documents: Object.fromEntries(
        Object.keys(wanted.documents).map((id) => [id, documentsOf.get(id)?.length ?? 0]),
      ),
    }),
    ...(wanted.kinds && { kinds: lineSums(invoices, wanted.kinds, "kind") }),
    ...(wanted.products && { products: lineSums(invoices, wanted.products, "product") }),
    ...(wanted.lines && { lines: invoices.flatMap(({ lines }) => lines.map(lineText)) }),
    issues: [...new Map(found.map(({ code, severity }) => [code, { code, severity }])).values()],
    ...(wanted.sheets && {
      sheets: wanted.sheets.map((expected) =>
        sheetAnswer(expected, sheetRows(reading.snapshot, expected.sheet)),
      ),
    }),
    ...(wanted.revenueOfKpis && {
      revenueOfKpis: revenueOf(reading.snapshot, book.asOf, wanted.revenueOfKpis),
    }),
  };
}

function revenueOf(
  snapshot: Parameters<typeof openLedger>[0],
  asOf: number,
  wanted: readonly Readonly<Record<string, unknown>>[],
) {
  const opened = openLedger(snapshot, asOf);
  const revenue = opened ? keyFiguresJson(keyFigureReport(opened.ledger)).revenue : [];
  return wanted.map((row) => {
    const same = revenue.find(({ product }) => product === row.product);
    return Object.fromEntries(Object.keys(row).map((field) => [field, same?.[field]]));
  });
}
