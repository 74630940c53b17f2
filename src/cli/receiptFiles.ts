import { basename } from "node:path";
import { Option } from "commander";
import {
  bankFieldNames,
  importPayments,
  parseBankColumns,
  type BankFile,
  type BankTableOptions,
  type ImportedPayments,
  type Snapshot,
} from "../core/api";
import { readBankFile } from "../workbook/formats/bank/readBankFile";
import { bankFormats } from "../workbook/formats/bank/registry";
import { counted } from "./counted";
import { CommandFailure } from "./exit";
import { readBytes } from "./readBytes";
import { sha256 } from "./sha256";

/** The options of the command line that bring files of a bank. */
export interface ReceiptOptions {
  readonly receipts?: readonly string[];
  readonly columns?: string;
  readonly dates?: string;
}

export const receiptsOption = () =>
  new Option(
    "--receipts <file...>",
    `bank files whose payments are added to Payments: ${bankFormats.map(({ title }) => title).join(", ")}`,
  );
export const columnsOption = () =>
  new Option("--columns <columns>", "what stands where in a bank's CSV: date=1,amount=4,text=Memo");
export const datesOption = () =>
  new Option("--dates <order>", "dates of a bank's CSV that can be read in two ways: dmy, mdy or ymd");

const dateOrders = ["dmy", "mdy", "ymd"] as const;

function tableOptions({ columns, dates }: ReceiptOptions): BankTableOptions {
  const parsed = columns === undefined ? undefined : parseBankColumns(columns);
  if (parsed && "wrong" in parsed)
    throw new CommandFailure(
      `--columns ${columns ?? ""}: “${parsed.wrong}” is not understood; write date=1,amount=4,text=Memo with ${bankFieldNames.join(", ")}`,
    );
  const order = dateOrders.find((each) => each === dates?.toLowerCase());
  if (dates !== undefined && !order) throw new CommandFailure(`--dates ${dates}: write dmy, mdy or ymd`);
  return { ...(parsed ? { columns: parsed } : {}), ...(order ? { dates: order } : {}) };
}

/** "2 new payments from 1 statement, 1 known already, 3 of money out left out", where files were given. */
export function receiptsText({ bank, imported, known }: ImportedPayments): string {
  if (bank.length === 0) return "";
  const out = bank.reduce((all, { notPayments }) => all + notPayments, 0);
  const leftOut = out === 0 ? "" : `, ${String(out)} of money out left out`;
  return `${counted(imported.length, "new payment")} from ${counted(bank.length, "statement")}, ${String(known)} known already${leftOut}\n`;
}

/** The workbook with the payments of every bank file in it; a file that cannot be read ends the command. */
export async function withReceiptFiles(
  snapshot: Snapshot,
  options: ReceiptOptions,
): Promise<ImportedPayments> {
  const reading = tableOptions(options);
  const files: BankFile[] = [];
  for (const path of options.receipts ?? []) {
    const read = readBankFile(await readBytes(path), basename(path), reading);
    if (!read.ok) throw new CommandFailure(`${path}: ${read.failure.message}`);
    files.push(read.file);
  }
  const imported = importPayments(snapshot, files, (text) => sha256([text]));
  if (!imported.ok) throw new CommandFailure(`${imported.source}: ${imported.reason}`);
  return imported.value;
}
