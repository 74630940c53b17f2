import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { bankFiles, camtFile, csvFile, mt940File } from "../support/bankFiles";
import { newFolder, ratebook } from "../support/commandLine";
import { writeBook } from "../support/workbookFixture";

interface PaymentsJson {
  readonly bank: readonly Readonly<Record<string, unknown>>[];
  readonly imported: number;
  readonly known: number;
  readonly payments: readonly Readonly<Record<string, unknown>>[];
  readonly issues: readonly { readonly code: string; readonly sheet: string; readonly cell: string }[];
  readonly output: string;
}

/** A folder with a billed workbook and the files of a bank. */
async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = newFolder();
  await writeBook(join(folder, "book.xlsx"), {
    Settings: [{ Key: "Currency", Value: "EUR" }],
    Customers: [{ "Customer ID": "C-1", "Customer name": "Acme & Söhne" }],
    Invoices: [
      {
        "Invoice number": "INV-1001",
        "Customer ID": "C-1",
        "Invoice date": "2026-09-30",
        "Due date": "2026-10-30",
        Currency: "EUR",
        Total: 119,
      },
      {
        "Invoice number": "INV-1002",
        "Customer ID": "C-1",
        "Invoice date": "2026-09-30",
        "Due date": "2026-10-30",
        Currency: "EUR",
        Total: 80,
      },
    ],
  });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

async function payments(folder: string, ...args: readonly string[]) {
  const ran = await ratebook(["payments", ...args, "--json"], folder);
  return { ...ran, json: (ran.stdout === "" ? {} : JSON.parse(ran.stdout)) as PaymentsJson };
}

async function rowsOf(path: string, sheet = "Payments"): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const rows: unknown[][] = [];
  workbook.getWorksheet(sheet)?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}

it("a statement becomes rows of Payments that are matched, and a second import changes nothing", async () => {
  const folder = await folderWith({ "bank.xml": camtFile });
  const first = await payments(folder, "book.xlsx", "--receipts", "bank.xml", "--accept", "high");
  expect([first.status, first.stderr, first.json.issues]).toEqual([0, "", []]);
  expect(first.json).toMatchObject({
    bank: [
      {
        file: "bank.xml",
        format: "camt.053",
        statement: "S-1",
        account: "DE02120300000000202051",
        currency: "EUR",
        opening: 1000,
        closing: 1156.5,
        entries: 3,
        credits: 2,
        creditAmount: 169,
        debits: 1,
        debitAmount: 12.5,
        gap: 0,
      },
    ],
    imported: 2,
    known: 0,
    output: join("out", "book-payments.xlsx"),
  });
  expect(first.json.payments).toMatchObject([
    { date: "2026-10-05", received: 119, applied: 119, unapplied: 0, customerId: "C-1" },
    { date: "2026-10-07", received: 50, currency: "EUR" },
  ]);
  const written = join(folder, "out", "book-payments.xlsx");
  const rows = await rowsOf(written);
  expect(rows.map((row) => row[5])).toEqual(["Reference", "INV-1001", "RF18INV1002"]);
  expect(rows[1]?.[10]).toBe("DE02120300000000202051|B-1|2026-10-05|119");
  expect(rows.slice(1).every(([id]) => /^BANK-[0-9a-f]{12}$/.test(String(id)))).toBe(true);
  expect((await rowsOf(written, "Run log")).map((row) => row[5])).toEqual([
    "Parameters",
    "as of 2026-10-07; receipts bank.xml; accept high",
  ]);
  const second = await payments(folder, written, "--receipts", "bank.xml", "--out", "again.xlsx");
  expect(second.json).toMatchObject({ imported: 0, known: 2 });
  expect(await rowsOf(join(folder, "again.xlsx"))).toEqual(rows);
  expect(await rowsOf(join(folder, "again.xlsx"), "Run log")).toEqual(await rowsOf(written, "Run log"));
});

it("files of every format come in together, each told by its content", async () => {
  const folder = await folderWith(
    Object.fromEntries(Object.entries(bankFiles).map(([name, text]) => [`${name}.dat`, text])),
  );
  const { status, json } = await payments(
    folder,
    "book.xlsx",
    "--receipts",
    ...Object.keys(bankFiles).map((name) => `${name}.dat`),
  );
  expect(status).toBe(0);
  expect(json.bank.map(({ format }) => format)).toEqual(["camt.053", "ofx", "mt940", "bai2", "csv"]);
  expect([json.imported, json.known]).toEqual([10, 0]);
});

it("a statement that does not add up and an entry that cannot be read are issues of the file", async () => {
  const folder = await folderWith({
    "gap.xml": camtFile.replace("1156.50", "1160.00"),
    "bad.txt": mt940File.replace("C119,00", "C1.19,00"),
  });
  const { status, json } = await payments(folder, "book.xlsx", "--receipts", "gap.xml", "bad.txt");
  expect(status).toBe(1);
  expect(json.issues.map(({ code, sheet, cell }) => [code, sheet, cell])).toEqual([
    ["BANK_ENTRY", "bad.txt", "line 6"],
    ["BANK_BALANCE", "bad.txt", "line 2"],
    ["BANK_BALANCE", "gap.xml", "line 5"],
  ]);
  expect(json.bank[0]).toMatchObject({ gap: -3.5 });
  expect(json.imported).toBe(3);
});

it("columns and dates of a CSV that says neither can be named", async () => {
  const folder = await folderWith({ "bank.csv": "03/04/2026;ACME;10,00;INV-1\n05/06/2026;BETA;-1,00;fee\n" });
  const args = [
    "book.xlsx",
    "--receipts",
    "bank.csv",
    "--columns",
    "date=1,payer=2,amount=3,text=4",
    "--dates",
    "dmy",
  ];
  const { json } = await payments(folder, ...args);
  expect(json.payments).toMatchObject([{ date: "2026-04-03", received: 10 }]);
});

it.each([
  ["no such file", ["--receipts", "none.xml"], "none.xml: there is no such file"],
  [
    "a file that is cut off",
    ["--receipts", "cut.xml"],
    "cut.xml: It is cut off: the XML does not end; fetch it from the bank again.",
  ],
  [
    "a workbook",
    ["--receipts", "book.xlsx"],
    "book.xlsx: It is an Excel workbook or another zip archive; give a file of one of these formats: camt.053, OFX, MT940, BAI2, CSV.",
  ],
  [
    "columns that are none",
    ["--receipts", "bank.csv", "--columns", "colour=1"],
    "--columns colour=1: “colour=1” is not understood; write date=1,amount=4,text=Memo with date, value, amount, debit, credit, direction, currency, text, reference, payer, payerAccount, account, id, type",
  ],
  [
    "an order that is none",
    ["--receipts", "bank.csv", "--dates", "ydm"],
    "--dates ydm: write dmy, mdy or ymd",
  ],
  [
    "an output that is a file of the bank",
    ["--receipts", "bank.csv", "--out", "bank.csv"],
    "--out bank.csv: it is the same file as bank.csv, which is read; name another file",
  ],
])("%s ends the command in one line, and nothing is written", async (_, args, message) => {
  const folder = await folderWith({ "bank.csv": csvFile, "cut.xml": camtFile.slice(0, -40) });
  const { status, stdout, stderr } = await payments(folder, "book.xlsx", ...args);
  expect([status, stdout, stderr]).toEqual([2, "", `ratebook: ${message}\n`]);
  expect(existsSync(join(folder, "out"))).toBe(false);
});

it("usage files that are statements of a bank are told what reads them", async () => {
  const folder = await folderWith({ "bank.sta": mt940File });
  const { status, stderr } = await ratebook(["check", "book.xlsx", "--usage", "bank.sta"], folder);
  expect([status, stderr]).toEqual([
    2,
    "ratebook: bank.sta: It is a statement of a bank (MT940); payments --receipts reads it.\n",
  ]);
});
