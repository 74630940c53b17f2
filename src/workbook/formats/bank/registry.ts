import { bai2 } from "./bai2";
import { bankCsv } from "./bankCsv";
import type { BankFormat } from "./bankFormat";
import { camt } from "./camt";
import { mt940 } from "./mt940";
import { ofx } from "./ofx";

/** Every format of banks. A new one is its file and its line here; the first that detects a file reads it. */
export const bankFormats: readonly BankFormat[] = [camt, ofx, mt940, bai2, bankCsv];
