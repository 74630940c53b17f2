import { billStep } from "../../scripts/workedExamples/billStep";
import { exampleBook, workedExamples } from "../../scripts/workedExamples/workedExample";
import {
  compareBooks,
  openWhatIf,
  packPlan,
  packs,
  sum,
  zero,
  type Decimal,
  type Snapshot,
} from "../../src/core/api";
import { viewCell } from "../../src/core/schema/viewCell";
import { CellKind } from "../../src/core/grid/grid";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { bytesOf } from "../review/support/smallBook";
import { agreedOctober } from "../review/support/termsBook";

/** Where the examples keep rows that arrive later. */
const FOLDER = "examples/terms";

interface Book {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
  readonly runs: readonly string[];
}

const withNumbers = (options: string) => (options.includes("--number") ? options : `${options} --number`);

const cases = Object.entries(workedExamples()).map(([name, { steps }]): Book => ({
  name,
  bytes: () => exampleBook(steps[0]!.input),
  runs: steps.map(({ options }) => withNumbers(options)),
}));

const books: readonly Book[] = [
  ...packs.map((pack): Book => ({
    name: `the pack ${pack.id}`,
    bytes: () => applyPlan(emptyPackage(), packPlan(pack)),
    runs: ["--period 2026-10 --number"],
  })),
  { name: "every table of terms", bytes: () => bytesOf(agreedOctober), runs: ["--period 2026-10 --number"] },
  ...cases,
];

async function snapshotOf(bytes: Uint8Array): Promise<Snapshot> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.failure.message);
  return read.snapshot;
}

/** The book that the last run of it wrote, and the nets of all documents by contract. */
async function billed({ runs }: Book, first: Uint8Array) {
  let bytes = first;
  const nets = new Map<string, Decimal>();
  for (const options of runs) {
    const step = await billStep(bytes, options, FOLDER);
    bytes = step.bytes;
    for (const { lines } of step.run.invoices)
      for (const { contractId, amount } of lines)
        nets.set(contractId, (nets.get(contractId) ?? zero).plus(amount));
  }
  return { snapshot: await snapshotOf(bytes), nets };
}

/** Figures of terms, by table: what is half as much again in one cell after the other. */
const figures: Readonly<Record<string, readonly string[]>> = {
  Prices: ["Unit price", "Flat fee", "Minimum", "Maximum"],
  Contracts: ["Retention %", "Not to exceed", "Minimum commitment"],
  Discounts: ["Percent", "Amount"],
  Commitments: ["Amount"],
  Grants: ["Amount"],
  Escalations: ["Percent"],
};

interface Figure {
  readonly table: string;
  readonly key: string;
  readonly column: string;
  readonly at: { readonly sheet: string; readonly row: number; readonly column: number };
  readonly value: number;
  readonly isPercent: boolean;
}

const ids = ["Price ID", "Discount ID", "Commitment ID", "Grant ID", "Escalation ID"];

function figuresOf({ grids }: Snapshot): Figure[] {
  return grids.flatMap((grid) =>
    (figures[grid.sheet] ?? []).flatMap((column) => {
      const headers = grid.columns.map((_, index) => viewCell(grid, 0, index).text);
      const at = headers.indexOf(column);
      if (at < 0) return [];
      const text = (row: number, title: string) => {
        const index = headers.indexOf(title);
        return index < 0 ? "" : viewCell(grid, row, index).text;
      };
      return Array.from({ length: grid.rowCount - 1 }, (_, index) => index + 1).flatMap((row): Figure[] => {
        const { kind, number } = viewCell(grid, row, at);
        if (kind !== CellKind.number && kind !== CellKind.percent) return [];
        const own = ids.map((title) => text(row, title)).find((id) => id !== "");
        const contract = text(row, "Contract ID");
        const key = own ?? (grid.sheet === "Contracts" ? contract : `${contract} ${text(row, "Product")}`);
        return [
          {
            table: grid.sheet,
            key,
            column,
            at: { sheet: grid.sheet, row, column: at },
            value: number,
            isPercent: kind === CellKind.percent,
          },
        ];
      });
    }),
  );
}

/** The first figure of each column; ALL_FIGURES=1 tries every one. */
function triedFigures(snapshot: Snapshot): readonly Figure[] {
  const all = figuresOf(snapshot);
  if (process.env.ALL_FIGURES) return all;
  return [...new Map(all.reverse().map((figure) => [`${figure.table}.${figure.column}`, figure])).values()];
}

async function withFigure(bytes: Uint8Array, { at }: Figure, value: number): Promise<Uint8Array> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.failure.message);
  return applyPlan(read.package, { sheets: [], removedSheets: [], appended: [], edits: [{ at, value }] });
}

/** What the effects of a comparison leave open. */
function unexplained(a: Snapshot, b: Snapshot): string[] {
  return compareBooks(a, b).documents.flatMap(({ contractId, effects, difference }) => {
    const all = sum(effects.map(({ amount }) => amount));
    const other = effects.find(({ effect }) => effect === "other");
    return [
      ...(all.equals(difference) ? [] : [`${contractId}: ${all.toFixed()} of ${difference.toFixed()}`]),
      ...(other ? [`${contractId}: other ${other.amount.toFixed()}`] : []),
    ];
  });
}

test.each(books)(
  "$name: other terms come to what billing anew comes to, and a comparison explains it",
  async (book) => {
    const bytes = await book.bytes();
    const today = await billed(book, bytes);
    const session = openWhatIf(today.snapshot);
    const asked = (changes: Parameters<typeof session.ask>[0]["changes"]) => {
      const answer = session.ask(changes ? { changes } : {});
      if (!answer.ok) throw new Error(answer.reason);
      return session.reprice(answer.terms);
    };
    const same = asked([]);
    const changed = [...same.lines, ...same.customers, ...same.totals].filter(
      (row) => !row.difference.isZero() || !row.new.equals(row.old),
    );
    expect(changed).toEqual([]);
    const faults: string[] = [];
    for (const figure of triedFigures(await snapshotOf(bytes))) {
      const value = Math.round(figure.value * 15_000) / 10_000;
      const { table, key, column } = figure;
      const what = `${table}[${key}].${column}=${String(value)}`;
      const typed = figure.isPercent ? `${String(Math.round(value * 1e6) / 1e4)}%` : String(value);
      const { lines } = asked([{ table, key, column, value: typed }]);
      const anew = await billed(book, await withFigure(bytes, figure, value));
      for (const id of new Set([...lines.map(({ contractId }) => contractId), ...anew.nets.keys()])) {
        const found = sum(lines.filter(({ contractId }) => contractId === id).map((line) => line.new));
        const right = anew.nets.get(id) ?? zero;
        if (!found.equals(right))
          faults.push(`${what}: ${id} ${found.toFixed(2)} instead of ${right.toFixed(2)}`);
      }
      faults.push(...unexplained(today.snapshot, anew.snapshot).map((fault) => `${what}: ${fault}`));
    }
    expect(faults).toEqual([]);
  },
);
