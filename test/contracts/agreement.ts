import { parsePeriod, reconcileBook, verifyBook } from "../../src/core/api";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";

/** What the reconciliation of a period and verify say of a billed book, but for what is only worth knowing. */
export async function disagreements(bytes: Uint8Array, period: string): Promise<string[]> {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  const { snapshot } = reading;
  const reconciled = reconcileBook(snapshot, { period: parsePeriod(period), asOf: undefined });
  const asked = {
    sha256: () => "",
    engineVersion: "",
    head: undefined,
    numbers: undefined,
    formulas: undefined,
  };
  const verified = verifyBook(snapshot, asked);
  if (!reconciled.ok || typeof verified === "string") throw new Error("nothing to compare");
  const { findings } = reconciled.run.reconciliation;
  const differences = verified.invoices.flatMap((document) => document.differences);
  return [
    ...findings.filter(({ severity }) => severity !== "info").map(({ code, cause }) => `${code} ${cause}`),
    ...differences
      // The runs of these tests log no parameters, so who gave the numbers is not known.
      .filter(({ code }) => code !== "STATE_NOT_LOGGED")
      .map(({ code, message }) => `${code} ${message}`),
  ];
}
