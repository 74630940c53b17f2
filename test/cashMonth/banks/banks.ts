import { bai2 } from "./bai2";
import { camt } from "./camt";
import { germanCsv } from "./germanCsv";
import { mt940 } from "./mt940";
import { ofx } from "./ofx";
import type { BankLine } from "../month";

interface Bank {
  readonly file: (lines: readonly BankLine[]) => Uint8Array;
  readonly ending: string;
  /** Whether its files tell money taken back from other money out. */
  readonly marksReturns: boolean;
}

/** Writers of files, none of which shares code with what reads them. */
export const banks = {
  csv: { file: germanCsv, ending: "csv", marksReturns: true },
  camt: { file: camt, ending: "xml", marksReturns: true },
  mt940: { file: mt940, ending: "sta", marksReturns: true },
  ofx: { file: ofx, ending: "ofx", marksReturns: false },
  bai2: { file: bai2, ending: "bai", marksReturns: false },
} as const satisfies Readonly<Record<string, Bank>>;

export type BankName = keyof typeof banks;
