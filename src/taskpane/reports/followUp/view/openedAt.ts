import type { LedgerBook } from "../../../../core/api";
import { SessionFailure } from "../../../session/failure";
import type { SessionWorkbook } from "../../../session/sessionWorkbook";

/** Who owes what at a day; a workbook in which nothing has one cannot be asked. */
export function openedAt(workbook: SessionWorkbook, asOf: string): LedgerBook {
  const opened = workbook.ledger(asOf);
  if (opened) return opened;
  throw new SessionFailure({
    code: "MISSING",
    message: "There is no invoice and no payment with a date in this workbook, so nothing is owed.",
  });
}
