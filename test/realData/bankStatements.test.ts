import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  formatDay,
  importPayments,
  type BankFile,
  type BankStatement,
  type Snapshot,
} from "../../src/core/api";
import { sha256 } from "../../src/cli/sha256";
import { readBankFile } from "../../src/workbook/formats/bank/readBankFile";
import { realDataFolder } from "../support/realDataFolder";
import { plain, total } from "./realData";

interface CamtBalance {
  readonly type: string;
  readonly currency: string;
  readonly amount: string;
  readonly date: string;
}

interface CamtEntry {
  readonly amount: string;
  readonly currency: string;
  readonly booking_date: string;
  readonly value_date: string;
  readonly reversal: boolean;
  readonly details: number;
  readonly end_to_end_ids: readonly string[];
  readonly structured_refs: readonly string[];
  readonly unstructured: readonly string[];
}

interface CamtStatement {
  readonly id: string;
  readonly account: string;
  readonly balances: readonly CamtBalance[];
  readonly entries: readonly CamtEntry[];
  readonly sum_of_entries: string;
  readonly balance_check: string | null;
}

interface OfxFile {
  readonly currency: string;
  readonly transactions: readonly {
    readonly type: string;
    readonly date: string;
    readonly amount: string;
    readonly fitid: string;
    readonly name: string | null;
    readonly checknum: string | null;
  }[];
  readonly sum: string;
  readonly ledger_balance: string;
}

interface Answers {
  readonly camt: Readonly<
    Record<string, { readonly namespace: string; readonly statements: readonly CamtStatement[] }>
  >;
  readonly ofx: Readonly<Record<string, OfxFile>>;
}

const { folder, itWithData } = realDataFolder("bank-statements");
const answers = (): Answers => JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Answers;
const emptyBook: Snapshot = { grids: [], tables: [], date1904: false, pictures: [] };
const hash = (text: string) => sha256([text]);

function read(path: string): BankFile {
  const reading = readBankFile(readFileSync(join(folder, path)), basename(path));
  if (!reading.ok) throw new Error(`${path}: ${reading.failure.message}`);
  return reading.file;
}

function imported(file: BankFile) {
  const result = importPayments(emptyBook, [file], hash);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const shownBalance = (balance: BankStatement["opening"]) =>
  balance && {
    currency: balance.currency,
    amount: plain(balance.amount),
    date: balance.day === undefined ? "" : formatDay(balance.day),
  };

const expectedBalance = (balances: readonly CamtBalance[], type: string) => {
  const found = balances.find((balance) => balance.type === type);
  return found && { currency: found.currency, amount: plain(found.amount), date: found.date };
};

itWithData("every camt.053 gives exactly the statements, balances and entries that are known of it", () => {
  const { camt } = answers();
  expect(Object.keys(camt)).toHaveLength(6);
  for (const [path, { statements }] of Object.entries(camt)) {
    const file = read(join("camt", path));
    expect(file.format).toBe("camt.053");
    const found = file.statements.map((statement) => ({
      id: statement.id,
      opening: shownBalance(statement.opening),
      closing: shownBalance(statement.closing),
      faults: statement.faults,
      entries: statement.entries.map((entry) => ({
        amount: plain(entry.amount),
        currency: entry.currency,
        booking: formatDay(entry.day),
        value: entry.valueDay === undefined ? "" : formatDay(entry.valueDay),
        reversal: entry.isReversal,
        details: entry.transactions.length,
        endToEndIds: entry.transactions.flatMap(({ endToEndIds }) => endToEndIds),
        structured: entry.transactions.flatMap(({ structured }) => structured),
        unstructured: entry.transactions.flatMap(({ unstructured }) => unstructured),
      })),
    }));
    const known = statements.map((statement) => ({
      id: statement.id,
      opening: expectedBalance(statement.balances, "OPBD"),
      closing: expectedBalance(statement.balances, "CLBD"),
      faults: [],
      entries: statement.entries.map((entry) => ({
        amount: plain(entry.amount),
        currency: entry.currency,
        booking: entry.booking_date.slice(0, 10),
        value: entry.value_date,
        reversal: entry.reversal,
        details: entry.details,
        endToEndIds: entry.end_to_end_ids,
        structured: entry.structured_refs,
        unstructured: entry.unstructured,
      })),
    }));
    expect({ path, found }).toEqual({ path, found: known });
  }
});

itWithData("every camt.053 adds up, or is reported with exactly its gap", () => {
  for (const [path, { statements }] of Object.entries(answers().camt)) {
    const { bank, issues } = imported(read(join("camt", path)));
    const gaps = bank.map(({ gap }) => (gap ? plain(gap) : null));
    const known = statements.map(({ balance_check: gap }) => (gap === null ? null : plain(gap)));
    expect({ path, gaps }).toEqual({ path, gaps: known });
    const sums = bank.map(({ creditAmount, debitAmount }) => plain(creditAmount.minus(debitAmount)));
    expect({ path, sums }).toEqual({
      path,
      sums: statements.map((statement) => plain(statement.sum_of_entries)),
    });
    const wrong = known.filter((gap) => gap !== null && gap !== "0").length;
    expect(issues.filter(({ code }) => code === "BANK_BALANCE")).toHaveLength(wrong);
  }
});

itWithData("accounts are those of the files, by IBAN or by another number", () => {
  const accounts = Object.keys(answers().camt).flatMap((path) =>
    read(join("camt", path)).statements.map(({ account }) => account),
  );
  expect(new Set(accounts)).toEqual(new Set(["NL26VAYB8060476890"]));
});

itWithData("every OFX gives exactly its transactions; the broken ones say which is wrong", () => {
  const { ofx } = answers();
  expect(Object.keys(ofx)).toHaveLength(7);
  for (const [path, known] of Object.entries(ofx)) {
    const file = read(path);
    const [first] = file.statements;
    const entries = file.statements.flatMap((statement) => statement.entries);
    const isBroken = (amount: string) => amount === "$120";
    expect({
      path,
      currency: first?.currency,
      closing: first?.closing ? plain(first.closing.amount) : "",
      faults: file.statements.flatMap(({ faults }) => faults.map(({ value }) => value)),
      entries: entries.map((entry) => ({
        type: entry.method,
        date: formatDay(entry.day).replaceAll("-", ""),
        amount: plain(entry.amount),
        fitid: entry.bankId,
        name: entry.transactions[0].payer ?? null,
      })),
      sum: plain(total(entries.map(({ amount }) => amount))),
    }).toEqual({
      path,
      currency: known.currency,
      closing: known.ledger_balance && plain(known.ledger_balance),
      faults: known.transactions.flatMap(({ amount }) => (isBroken(amount) ? [amount] : [])),
      entries: known.transactions
        .filter(({ amount }) => !isBroken(amount))
        .map(({ type, date, amount, fitid, name }) => ({ type, date, amount: plain(amount), fitid, name })),
      sum: plain(known.sum),
    });
  }
});

itWithData("accounts of one file are statements of their own", () => {
  const { statements } = read(join("ofx", "multiple_accounts.ofx"));
  expect(statements.map(({ account, closing }) => [account, closing && plain(closing.amount)])).toEqual([
    ["9100", "111"],
    ["9200", "222"],
  ]);
});

itWithData("money in becomes payments, money out is counted, and a second import brings nothing", () => {
  const files = [
    ...Object.keys(answers().camt).map((path) => join("camt", path)),
    ...Object.keys(answers().ofx),
  ].map(read);
  const first = importPayments(emptyBook, files, hash);
  if (!first.ok) throw new Error(first.reason);
  const { bank, imported: rows, known, snapshot } = first.value;
  const credits = bank.reduce((all, statement) => all + statement.credits, 0);
  // Two of the files repeat entries of others without an id of the bank: same account, day, amount and text.
  expect([rows.length + known, bank.reduce((all, { debits }) => all + debits, 0)]).toEqual([credits, 8]);
  expect(rows.every(({ amount }) => amount.greaterThan(0))).toBe(true);
  const second = importPayments(snapshot, files, hash);
  expect(second).toMatchObject({
    ok: true,
    value: { imported: [], known: credits, plan: { appended: [], sheets: [] } },
  });
});
