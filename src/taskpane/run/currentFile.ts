import type { Pane } from "../hooks/context";
import { bookOf } from "../state/billState";
import { settlePort, type Result } from "../state/failure";

const nothingOpen = {
  ok: false,
  failure: { code: "NOT_READY", message: "The workbook could not be read; read it again on Bill." },
} as const;

/** The workbook as a file, once the engine knows it as it is now. */
export async function currentFile({ services, bill }: Pane): Promise<Result<Uint8Array>> {
  await bill.refresh();
  return bookOf(bill.store.get()) === undefined ? nothingOpen : settlePort(services.port.file());
}

/** "harbour-copy.xlsx" for a workbook "harbour.xlsx". */
export function copyName(name: string, word: string, ending: string): string {
  return `${name.replace(/\.[^.]*$/, "") || "workbook"}-${word}.${ending}`;
}
