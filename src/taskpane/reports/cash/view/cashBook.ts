import {
  importPayments,
  nextAct,
  openLedger,
  parseBankColumns,
  type BankTableOptions,
  type ChosenDocuments,
  type ImportedPayments,
  type LedgerBook,
} from "../../../../core/api";
import { readBankFile } from "../../../../workbook/formats/bank/readBankFile";
import { SessionFailure } from "../../../session/failure";
import type { SessionWorkbook } from "../../../session/sessionWorkbook";
import { bankFileOfText, bankFileText } from "./bankFileText";

/** A file of a bank as a person gave it; nothing of it stands in the workbook yet. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** date=1,amount=4,text=Memo; empty where the file says it itself. */
  readonly columns: string;
  /** dmy, mdy or ymd; empty as above. */
  readonly dates: string;
}

/** A file that was read, once; its content goes along with every question. */
export interface ReadFile {
  readonly name: string;
  /** By `bankFileText`. */
  readonly content: string;
}

/** What proposals are made from, besides the workbook. */
export interface CashRequest {
  readonly files: readonly ReadFile[];
  /** Numbers of the documents that a person chose, by Payment ID. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

/** The workbook as it would be with the files in it. */
export interface CashBook {
  readonly imported: ImportedPayments;
  /** Undefined where nothing has a day. */
  readonly opened: LedgerBook | undefined;
  readonly chosen: ChosenDocuments;
}

const dateOrders = ["dmy", "mdy", "ymd"] as const;

function optionsOf({ name, columns, dates }: GivenFile): BankTableOptions {
  const parsed = columns.trim() === "" ? undefined : parseBankColumns(columns);
  if (parsed && "wrong" in parsed)
    throw new SessionFailure({
      code: "BAD_VALUE",
      message: `${name}: “${parsed.wrong}” is not understood as a column; write date=1,amount=4,text=Memo.`,
    });
  const order = dateOrders.find((known) => known === dates);
  return { ...(parsed && { columns: parsed }), ...(order && { dates: order }) };
}

/** Reads a file; one that cannot be read is a failure with its reason. */
export function readGiven(given: GivenFile): ReadFile {
  const read = readBankFile(given.bytes, given.name, optionsOf(given));
  if (read.ok) return { name: given.name, content: bankFileText(read.file) };
  // The command line calls by options what the screen has fields for.
  const message = read.failure.message.replaceAll("--columns", "Columns").replaceAll("--dates", "Dates");
  throw new SessionFailure({ code: "BAD_VALUE", message: `${given.name}: ${message}` });
}

/** The workbook with the payments of the files. */
export function cashBook({ snapshot, sha256 }: SessionWorkbook, { files, chosen }: CashRequest): CashBook {
  const read = files.map(({ content }) => bankFileOfText(content));
  const result = importPayments(snapshot, read, (text) => sha256([text]));
  if (!result.ok)
    throw new SessionFailure({ code: "NAME_TAKEN", message: `${result.source}: ${result.reason}.` });
  const imported = result.value;
  return {
    imported,
    opened: openLedger(imported.snapshot, undefined),
    chosen: new Map(Object.entries(chosen)),
  };
}

/** Options of `applyPayments` that are the same whatever is done. */
export const noOptions = ({ imported, chosen }: CashBook) => ({
  asOf: undefined,
  accept: undefined,
  usesOldest: false,
  reverse: [],
  chosen,
  runId: nextAct(imported.snapshot),
});
