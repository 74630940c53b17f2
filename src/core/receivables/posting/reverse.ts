import { sourceId, type PostedRow } from "../book";
import type { Ledger } from "../ledger";

/** Posted rows that count and are not reversed. */
export function unreversedRows({ movements }: Ledger): PostedRow[] {
  const rows = movements.flatMap(({ row }) => row ?? []);
  const taken = new Set(rows.flatMap(({ reverses }) => reverses ?? []));
  return rows.filter((row) => !row.reverses && !taken.has(row));
}

export type Reversal =
  | { readonly ok: true; readonly rows: readonly PostedRow[] }
  /** Why there is nothing to reverse, in half a sentence. */
  | { readonly ok: false; readonly reason: string };

/**
 * The rows that go when an application, or all that a payment was put against, is taken back: with cash go discounts and
 * write-offs of the same payment and invoice; credits stay.
 */
export function rowsToReverse(ledger: Ledger, id: string): Reversal {
  const rows = unreversedRows(ledger);
  const named = rows.filter(({ applicationId }) => applicationId === id);
  const ofPayment = rows.filter(({ source }) => sourceId(source) === id);
  const chosen = named.length > 0 ? named : ofPayment;
  if (chosen.length === 0) {
    const isKnown = ledger.movements.some(
      ({ row }) => row && (row.applicationId === id || sourceId(row.source) === id),
    );
    return {
      ok: false,
      reason: isKnown ? "it was reversed before" : "there is no such posted application or payment",
    };
  }
  const isCash = ({ kind }: PostedRow) => kind === "cash";
  const withThem = rows.filter(
    (row) =>
      (row.kind === "discount" || row.kind === "write_off") &&
      chosen.some(
        (candidate) =>
          isCash(candidate) &&
          candidate.document === row.document &&
          sourceId(candidate.source) === sourceId(row.source),
      ),
  );
  const withoutId = [...chosen, ...withThem].find(({ applicationId }) => applicationId === "");
  if (withoutId) return { ok: false, reason: "a row of it has no Application ID that a reversal could name" };
  return { ok: true, rows: [...new Set([...chosen, ...withThem])] };
}
