import type { Decimal, ImportedPayments } from "../../core/api";
import { numberJson } from "./numberJson";

const numberOrNull = (value: Decimal | undefined): number | null =>
  value === undefined ? null : numberJson(value);

/** What bank files brought, for `--json`: every statement with its sums, and how many payments were new. */
export function bankJson({ bank, imported, known }: ImportedPayments) {
  return {
    bank: bank.map((statement) => ({
      file: statement.file,
      format: statement.format,
      statement: statement.statement || null,
      account: statement.account || null,
      currency: statement.currency || null,
      opening: numberOrNull(statement.opening),
      closing: numberOrNull(statement.closing),
      entries: statement.entries,
      credits: statement.credits,
      creditAmount: numberJson(statement.creditAmount),
      debits: statement.debits,
      debitAmount: numberJson(statement.debitAmount),
      gap: numberOrNull(statement.gap),
    })),
    imported: imported.length,
    known,
  };
}
