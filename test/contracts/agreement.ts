import { parsePeriod, reconcileBook, verifyBook } from "../../src/core/api";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";

/** What verify says of a billed book: a line for each difference. */
export async function verified(bytes: Uint8Array): Promise<string[]> {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  const asked = {
    sha256: () => "",
    engineVersion: "",
    head: undefined,
    numbers: undefined,
    formulas: undefined,
  };
  const answer = verifyBook(reading.snapshot, asked);
  if (typeof answer === "string") throw new Error(answer);
  return (
    answer.invoices
      .flatMap(({ differences }) => differences)
      // The runs of these tests log no parameters, so who gave the numbers is not known.
      .filter(({ code }) => code !== "STATE_NOT_LOGGED")
      .map(({ code, message }) => `${code} ${message}`)
  );
}

/** What the reconciliation of a period says of a billed book, but for what is only worth knowing. */
export async function reconciled(bytes: Uint8Array, period: string): Promise<string[]> {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  const answer = reconcileBook(reading.snapshot, { period: parsePeriod(period), asOf: undefined });
  if (!answer.ok) throw new Error("nothing to compare");
  const { findings } = answer.run.reconciliation;
  return findings.filter(({ severity }) => severity !== "info").map(({ code, cause }) => `${code} ${cause}`);
}
