import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importPayments, type BankFile, type Snapshot } from "../../src/core/api";
import { sha256 } from "../../src/cli/sha256";
import { readBankFile } from "../../src/workbook/formats/bank/readBankFile";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { bankFiles } from "../support/bankFiles";
import { newFolder } from "../support/commandLine";
import { writeBook, type SheetInput } from "../support/workbookFixture";

const hash = (text: string) => sha256([text]);

const files = Object.entries(bankFiles).map(([name, text]): BankFile => {
  const read = readBankFile(Buffer.from(text), name);
  if (!read.ok) throw new Error(read.failure.message);
  return read.file;
});

async function open(bytes: Uint8Array) {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading;
}

function imported(snapshot: Snapshot) {
  const result = importPayments(snapshot, files, hash);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** Cells of a sheet as a reader sees them, without what differs in how they are kept. */
function cellsOf({ grids }: Snapshot, name: string) {
  const grid = grids.find(({ sheet }) => sheet === name);
  return grid?.columns.map(({ kinds, values, texts }) =>
    Array.from(kinds, (kind, row) =>
      kind === 2 ? texts.at(values[row]!) : kind === 0 ? null : [kind, values[row]],
    ),
  );
}

const header = ["Payment ID", "Customer ID", "Date", "Amount", "Reference", "Bank entry"];
const row = ["PMT-1", "C-1", "2026-10-01", 100, "INV-1", undefined];
const settings: SheetInput = {
  name: "Settings",
  rows: [
    ["Key", "Value"],
    ["Currency", "EUR"],
  ],
};

const books: [string, string, readonly SheetInput[], boolean?][] = [
  ["no Payments", "Payments", [settings]],
  ["a sheet of payments", "Payments", [settings, { name: "Payments", rows: [header, row] }]],
  ["a header alone", "Payments", [settings, { name: "Payments", rows: [header] }]],
  [
    "few columns",
    "Receipts",
    [
      settings,
      {
        name: "Receipts",
        rows: [
          ["Date", "Amount"],
          ["2026-10-01", 100],
        ],
      },
    ],
  ],
  [
    "notes below",
    "Payments",
    [settings, { name: "Payments", rows: [header, row, [], ["checked by", "Ann"]] }],
  ],
  [
    "an Excel table",
    "Cash book",
    [settings, { name: "Cash book", rows: [header, row], table: { name: "Payments", headerRow: 1 } }],
  ],
  [
    "an Excel table of few columns",
    "Cash book",
    [
      settings,
      {
        name: "Cash book",
        rows: [
          ["Date", "Amount"],
          ["2026-10-01", 100],
        ],
        table: { name: "Payments", headerRow: 1 },
      },
    ],
  ],
  ["days from 1904", "Payments", [settings, { name: "Payments", rows: [header, row] }], true],
];

test.each(books)(
  "payments are written into a workbook with %s as the engine says, and a second import brings nothing",
  async (...[, sheet, book, date1904 = false]) => {
    const path = join(newFolder(), "book.xlsx");
    await writeBook(path, book, { date1904 });
    const before = await open(readFileSync(path));
    const { plan, snapshot, imported: rows } = imported(before.snapshot);
    expect(rows).toHaveLength(10);
    const after = await open(applyPlan(before.package, plan));
    expect(cellsOf(after.snapshot, sheet)).toEqual(cellsOf(snapshot, sheet));
    const again = imported(after.snapshot);
    expect([again.imported, again.known, again.plan.appended, again.plan.sheets]).toEqual([[], 10, [], []]);
  },
);
