/**
 * `npm run months -- --seed 7 --bank mt940 --out out/month` writes a workbook, a bank's file and what every payment
 * was for; `--judge out/month-done.xlsx` with the same seed and bank says what became of it. Options: README.md.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCall } from "../../scripts/call.cjs";
import { writeBook, type CellInput } from "../support/workbookFixture";
import { readTables, type TableRow } from "../support/workbookReading";
import { banks, type BankName } from "./banks/banks";
import { isoDay } from "./banks/notation";
import { generateMonth } from "./generateMonth";
import { outcomeOf, tally, type CashRow } from "./judge";
import { usualSize, type CashMonth } from "./month";
import { tablesOf } from "./tables";
import { paymentsOf } from "./workMonth";

const call = readCall({
  call: "npm run months --",
  about: "Writes a month of payments as a workbook and its bank's file, or judges what became of one.",
  options: {
    seed: { type: "text", value: "TEXT", help: "from which it is made", default: "1" },
    bank: {
      type: "choice",
      value: "BANK",
      help: "whose file it is",
      choices: Object.keys(banks) as BankName[],
      default: "csv",
    },
    customers: { type: "number", help: "how many", default: usualSize.customers },
    invoices: { type: "number", help: "how many", default: usualSize.invoices },
    entries: { type: "number", help: "of the bank", default: usualSize.entries },
    out: { type: "text", value: "FOLDER", help: "where its files go", default: "out/month" },
    judge: { type: "text", value: "FILE", help: "a workbook to be judged, of the same seed and bank" },
  },
});

async function write(month: CashMonth, bank: BankName, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const sheets = Object.entries(tablesOf(month)).map(([name, rows]) => ({
    name,
    rows: rows.map((row) =>
      row.map((cell): CellInput =>
        typeof cell === "object" && "date" in cell ? isoDay(cell.date) : (cell as CellInput),
      ),
    ),
  }));
  await writeBook(join(folder, "book.xlsx"), sheets);
  writeFileSync(join(folder, `bank.${banks[bank].ending}`), banks[bank].file(month.entries));
  const meant = paymentsOf(month, bank).map(
    ({ day, cents, payer, text, kind, truth }) =>
      `${isoDay(day)}\t${(cents / 100).toFixed(2)}\t${payer}\t${text}\t${kind}\t` +
      [...truth].map(([number, paid]) => `${number} ${(paid / 100).toFixed(2)}`).join("; "),
  );
  writeFileSync(join(folder, "meant.txt"), `${meant.join("\n")}\n`);
}

const cashRow = (row: TableRow): CashRow => ({
  status: String(row.Status ?? "Posted"),
  document: String(row["Invoice number"] ?? ""),
  cents: Math.round(Number(row.Amount) * 100),
  candidates: String(row.Candidates ?? ""),
});

/** Reads the workbook by another reader than the program has, and prints what became of the payments of each case. */
async function judge(month: CashMonth, bank: BankName, path: string): Promise<void> {
  const { Payments, Applications } = await readTables(path);
  const rows = (Applications?.rows ?? []).filter(({ Kind }) => Kind === "Cash" || Kind === null);
  const lines = paymentsOf(month, bank);
  const payments = (Payments?.rows ?? []).filter((row) => row["Bank entry"] !== null);
  const counts = tally(
    lines.map((line, index) => {
      const id = payments[index]?.["Payment ID"];
      return [line, outcomeOf(line, rows.filter((row) => row["Payment ID"] === id).map(cashRow))];
    }),
  );
  for (const [kind, ofKind] of [...counts].sort())
    console.log(
      `${kind.padEnd(20)}${[...ofKind].map(([outcome, count]) => `${String(count)} ${outcome}`).join(", ")}`,
    );
  const all = new Map<string, number>();
  for (const ofKind of counts.values())
    for (const [outcome, count] of ofKind) all.set(outcome, (all.get(outcome) ?? 0) + count);
  const share = (count: number) => `${String(count)} (${((100 * count) / lines.length).toFixed(1)} %)`;
  console.log(
    `${String(lines.length)} payments: ${[...all].map(([outcome, count]) => `${outcome} ${share(count)}`).join(", ")}`,
  );
}

const { seed, bank, customers, invoices, entries } = call;
const month = generateMonth(seed, { customers, invoices, entries, alike: usualSize.alike });
void (call.judge === undefined ? write(month, bank, call.out) : judge(month, bank, call.judge));
