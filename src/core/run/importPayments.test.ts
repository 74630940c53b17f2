import { sheet, workbook, type Cell } from "../../../test/properties/support/sheets";
import { sha256 } from "../../cli/sha256";
import { dayOf } from "../calendar/day";
import type { Snapshot, TableArea } from "../grid/grid";
import { Decimal } from "../money/decimal";
import type { BankFile } from "../payments/bankStatement";
import { shownText } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import { importPayments, type ImportedPayments } from "./importPayments";

const day = dayOf(2026, 10, 5);

/** A file with an entry of each amount, by its id. */
function bankFile(amounts: Readonly<Record<string, string>>, name = "file"): BankFile {
  const entries = Object.entries(amounts).map(([bankId, amount], index) => ({
    line: index + 1,
    day,
    valueDay: undefined,
    amount: new Decimal(amount),
    currency: "EUR",
    bankId,
    isReversal: false,
    method: "NTRF",
    transactions: [
      {
        amount: undefined,
        bankId: undefined,
        endToEndIds: [],
        structured: [],
        unstructured: ["=INV-1"],
        notes: [],
        isReturn: false,
        payer: "ACME",
        payerAccount: undefined,
      },
    ] as const,
  }));
  const nothing = { opening: undefined, closing: undefined, faults: [], pending: [] };
  return {
    name,
    format: "test",
    statements: [{ ...nothing, line: 1, id: "1", account: "A", currency: "EUR", entries }],
  };
}

const hash = (text: string) => sha256([text]);

function imported(snapshot: Snapshot, ...files: readonly BankFile[]): ImportedPayments {
  const result = importPayments(snapshot, files, hash);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const refusal = (snapshot: Snapshot) => {
  const result = importPayments(snapshot, [bankFile({ a: "1" })], hash);
  return result.ok ? undefined : result;
};

function textsOf(snapshot: Snapshot, name: string): string[][] {
  const grid = snapshot.grids.find((candidate) => candidate.sheet === name)!;
  return Array.from({ length: grid.rowCount }, (_, row) =>
    grid.columns.map((_column, column) => shownText(viewCell(grid, row, column))),
  );
}

const header: Cell[] = ["Amount", "Date", "Note", "Reference"];
const typed: Cell[] = [100, { date: day }, "mine", "INV-7"];

test("a workbook without Payments gets the sheet", () => {
  const { plan, snapshot } = imported(workbook([]), bankFile({ a: "1.50", b: "2", c: "-3" }));
  expect(plan).toMatchObject({ appended: [], sheets: [{ name: "Payments", frozenRows: 1 }] });
  expect(textsOf(snapshot, "Payments")).toEqual([
    [
      "Payment ID",
      "Customer ID",
      "Date",
      "Amount",
      "Currency",
      "Reference",
      "Invoice number",
      "Method",
      "Payer",
      "Payer account",
      "Bank entry",
    ],
    [
      expect.stringMatching(/^BANK-/),
      "",
      "2026-10-05",
      "1.5",
      "EUR",
      "=INV-1",
      "",
      "NTRF",
      "ACME",
      "",
      "A|a|2026-10-05|1.5",
    ],
    [
      expect.stringMatching(/^BANK-/),
      "",
      "2026-10-05",
      "2",
      "EUR",
      "=INV-1",
      "",
      "NTRF",
      "ACME",
      "",
      "A|b|2026-10-05|2",
    ],
  ]);
});

test("rows go below those that are there, by their columns; what has none gets one", () => {
  const { plan, snapshot } = imported(
    workbook([sheet("Receipts", [header, typed])]),
    bankFile({ a: "1.50" }),
  );
  expect(plan.sheets).toEqual([]);
  expect(plan.appended).toMatchObject([{ sheet: "Receipts", firstRow: 2 }]);
  expect(textsOf(snapshot, "Receipts")).toEqual([
    ["Amount", "Date", "Note", "Reference", "Payment ID", "Currency", "Method", "Payer", "Bank entry"],
    ["100", "2026-10-05", "mine", "INV-7", "", "", "", "", ""],
    [
      "1.5",
      "2026-10-05",
      "",
      "=INV-1",
      expect.stringMatching(/^BANK-/),
      "EUR",
      "NTRF",
      "ACME",
      "A|a|2026-10-05|1.5",
    ],
  ]);
});

test("text of a bank is text, whatever it begins with", () => {
  const cells = imported(workbook([]), bankFile({ a: "1" })).plan.sheets[0]?.rows[1] ?? [];
  expect(cells.filter((cell) => cell?.formula !== undefined)).toEqual([]);
  expect(cells).toContainEqual({ value: "=INV-1" });
});

test("a second import brings nothing, an overlapping one what is new", () => {
  const { snapshot } = imported(workbook([sheet("Payments", [header, typed])]), bankFile({ a: "1", b: "2" }));
  const again = imported(snapshot, bankFile({ b: "2", a: "1" }, "other"));
  expect(again).toMatchObject({ imported: [], known: 2, plan: { sheets: [], appended: [] } });
  expect(again.plan.edits ?? []).toEqual([]);
  expect(again.snapshot).toBe(snapshot);
  const more = imported(snapshot, bankFile({ b: "2", c: "3" }));
  expect([more.known, more.imported.map(({ amount }) => amount.toFixed())]).toEqual([1, ["3"]]);
});

test("the key in the cell is the one of the id, also of a file without an account", () => {
  const [statement] = bankFile({ a: "1" }).statements;
  const file = { ...bankFile({}), statements: [{ ...statement!, account: "" }] };
  const { imported: rows, snapshot } = imported(workbook([]), file);
  const [, cells] = textsOf(snapshot, "Payments");
  expect(cells?.at(-1)).toBe("|a|2026-10-05|1");
  expect(rows[0]?.paymentId).toBe(`BANK-${hash("|a|2026-10-05|1").slice(0, 12)}`);
});

test("an entry in two files, or twice in one, is one payment", () => {
  const twice = bankFile({ a: "1" });
  const doubled: BankFile = { ...twice, statements: [...twice.statements, ...twice.statements] };
  expect(imported(workbook([]), twice, bankFile({ a: "1" }, "other"))).toMatchObject({
    known: 1,
    imported: [{}],
  });
  expect(imported(workbook([]), doubled)).toMatchObject({ known: 1, imported: [{}] });
});

test("a payment is known by its key, or by its id where the key was deleted, also in a row that cannot be read", () => {
  const { imported: rows } = imported(workbook([]), bankFile({ a: "1" }));
  const { paymentId, bankEntry } = rows[0]!;
  const books: Cell[][][] = [
    [
      ["Date", "Amount", "Bank entry"],
      [{ date: day }, 1, bankEntry],
    ],
    [
      ["Date", "Amount", "Payment ID"],
      [{ date: day }, 1, paymentId],
    ],
    [
      ["Date", "Amount", "Bank entry"],
      ["someday", 1, bankEntry],
    ],
  ];
  for (const book of books)
    expect(imported(workbook([sheet("Payments", book)]), bankFile({ a: "1" }))).toMatchObject({
      known: 1,
      imported: [],
    });
});

test("an Excel table grows with its rows", () => {
  const table: TableArea = {
    name: "Payments",
    sheet: "S",
    firstRow: 0,
    lastRow: 1,
    firstColumn: 0,
    lastColumn: 3,
  };
  const { snapshot } = imported(
    workbook([sheet("S", [header, typed])], [table]),
    bankFile({ a: "1", b: "2" }),
  );
  expect(snapshot.tables).toMatchObject([{ lastRow: 3 }]);
});

test("rows come in above what stands below the table, which moves down", () => {
  const book = workbook([sheet("Payments", [header, typed, [], [100, undefined, "Total"]])]);
  const merge = { sheet: "Payments", firstRow: 3, lastRow: 3, firstColumn: 2, lastColumn: 3 };
  const { plan, snapshot } = imported({ ...book, merges: [merge] }, bankFile({ a: "1", b: "2" }));
  expect(plan.appended).toMatchObject([{ firstRow: 2, movesRowsBelow: true }]);
  expect(textsOf(snapshot, "Payments").map(([amount]) => amount)).toEqual([
    "Amount",
    "100",
    "1",
    "2",
    "",
    "100",
  ]);
  expect(snapshot.merges).toEqual([{ ...merge, firstRow: 5, lastRow: 5 }]);
  expect(imported(snapshot, bankFile({ b: "2", a: "1" }))).toMatchObject({ imported: [], known: 2 });
});

test("an Excel table gets the columns that it has not, unless something stands beside it", () => {
  const table: TableArea = {
    name: "Payments",
    sheet: "S",
    firstRow: 0,
    lastRow: 1,
    firstColumn: 0,
    lastColumn: 3,
  };
  const { plan, snapshot } = imported(workbook([sheet("S", [header, typed])], [table]), bankFile({ a: "1" }));
  const titles = ["Payment ID", "Currency", "Method", "Payer", "Bank entry"];
  expect(plan.appended).toMatchObject([{ tableColumns: titles }]);
  expect(snapshot.tables).toMatchObject([{ lastRow: 2, lastColumn: 8 }]);
  expect(textsOf(snapshot, "S")[0]).toEqual([...header, ...titles]);
  const beside = workbook([sheet("S", [header, [...typed, "a note"]])], [table]);
  expect(refusal(beside)).toMatchObject({
    source: "S",
    reason: `the table has no columns ${titles.join(", ")}, and something stands beside it; add the columns to the table`,
  });
});

test("blank rows of an Excel table are filled first", () => {
  const table: TableArea = {
    name: "Payments",
    sheet: "S",
    firstRow: 0,
    lastRow: 2,
    firstColumn: 0,
    lastColumn: 3,
  };
  const { plan, snapshot } = imported(workbook([sheet("S", [header])], [table]), bankFile({ a: "1" }));
  expect(plan.appended).toMatchObject([{ firstRow: 1 }]);
  expect(snapshot.tables).toMatchObject([{ lastRow: 2 }]);
  const more = imported(workbook([sheet("S", [header])], [table]), bankFile({ a: "1", b: "2", c: "3" }));
  expect(more.snapshot.tables).toMatchObject([{ lastRow: 3 }]);
});

test("a sheet of that name that holds something else is never written over", () => {
  expect(
    refusal(
      workbook([
        sheet("Payments", [
          ["Plan", "of"],
          ["next", "year"],
        ]),
      ]),
    )?.reason,
  ).toBe("the sheet “Payments” has no columns Date and Amount; name them, or rename the sheet");
  expect(refusal(workbook([sheet("Payments", [["Payment ID", "Date", "Sum"]])]))?.reason).toContain(
    "no column “Amount”",
  );
});

test("issues of files are those of their entries; files without payments change nothing", () => {
  const { issues, plan, bank } = imported(workbook([]), bankFile({ a: "1.005", b: "-2" }));
  expect(issues.map(({ code }) => code)).toEqual(["BANK_ENTRY"]);
  expect(plan.sheets).toEqual([]);
  expect(bank).toMatchObject([{ entries: 1, debits: 1 }]);
});

describe("the same money in another file", () => {
  const again = { ...bankFile({ x: "1.50", y: "9" }, "other"), format: "other" };
  const codes = (found: ImportedPayments) => found.issues.map(({ code, value }) => `${code} ${value}`);

  test("is warned of where ids differ, in Payments and among the files of one run", () => {
    const { snapshot } = imported(workbook([]), bankFile({ a: "1.50", b: "2" }));
    expect(codes(imported(snapshot, again))).toEqual(["BANK_AGAIN 1"]);
    expect(codes(imported(workbook([]), bankFile({ a: "1.50" }), again))).toEqual(["BANK_AGAIN 1"]);
  });

  test("is none within a file, and none that a person typed", () => {
    expect(codes(imported(workbook([]), bankFile({ a: "1.50", b: "1.50" })))).toEqual([]);
    const rows: Cell[][] = [
      ["Date", "Amount", "Currency", "Payer"],
      [{ date: day }, 1.5, "EUR", "ACME"],
    ];
    expect(codes(imported(workbook([sheet("Payments", rows)]), again))).toEqual([]);
  });
});
