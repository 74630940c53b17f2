/**
 * `npm run cash-month -- --seed 7 --bank mt940 --out out/month` writes a workbook, a bank's file and what every payment
 * was for; `--judge out/month-done.xlsx` with the same seed and bank says what became of it. Options: README.md.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeBook, type CellInput } from "../support/workbookFixture";
import { readTables, type TableRow } from "../support/workbookReading";
import { banks, type BankName } from "./banks/banks";
import { isoDay } from "./banks/notation";
import { generateMonth } from "./generateMonth";
import { outcomeOf, tally, type CashRow } from "./judge";
import { usualSize, type CashMonth } from "./month";
import { tablesOf } from "./tables";
import { paymentsOf } from "./workMonth";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    bank: { type: "string", default: "csv" },
    customers: { type: "string", default: String(usualSize.customers) },
    invoices: { type: "string", default: String(usualSize.invoices) },
    entries: { type: "string", default: String(usualSize.entries) },
    out: { type: "string", default: "out/month" },
    judge: { type: "string" },
  },
});

const isBank = (name: string): name is BankName => name in banks;

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

const { bank } = values;
if (!isBank(bank)) throw new Error(`there is no bank “${bank}”; there are ${Object.keys(banks).join(", ")}`);
const month = generateMonth(values.seed, {
  customers: Number(values.customers),
  invoices: Number(values.invoices),
  entries: Number(values.entries),
});
void (values.judge === undefined ? write(month, bank, values.out) : judge(month, bank, values.judge));
