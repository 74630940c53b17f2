import type { InvoiceRecord } from "./invoices.table";

/** The number of a run: 12 of RUN-12; undefined where a text names none. */
export function runNumberOf(runId: string | undefined): number | undefined {
  const digits = /^RUN-(\d{1,9})$/.exec(runId ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
}

type Billed = Pick<InvoiceRecord, "runId" | "row">;

/**
 * Whether a document was billed before another: by an earlier run, or further up by the same one. One of RUN-3 comes before
 * all of RUN-4; one that no run of ours made was there already.
 */
export function isBilledBefore(document: Billed, other: Billed): boolean {
  const [run = 0, ofOther = Infinity] = [runNumberOf(document.runId), runNumberOf(other.runId)];
  return run === ofOther ? document.row < other.row : run < ofOther;
}
