import type { RegisteredInvoice } from "../../../documents/register";
import type { VerifyContext } from "../check";
import { duplicateNumber } from "./duplicateNumber";

it("names every row of a number, by whom and when", () => {
  const document = (row: number, runId: string, preparedBy?: string) =>
    ({
      invoiceNumber: "INV-1",
      runId,
      preparedBy,
      row,
      at: { sheet: "Invoices", row, column: 0 },
    }) as RegisteredInvoice;
  const invoices = [document(1, "RUN-1", "Ann"), document(4, "RUN-2", "Ben"), document(5, "")];
  const runs = new Map([
    ["RUN-1", "2026-11-02"],
    ["RUN-2", "2026-11-03"],
  ]);
  const context = {
    register: { invoices },
    runOf: (runId: string) => {
      const when = runs.get(runId);
      return when === undefined ? undefined : { texts: new Map([["when", when]]) };
    },
  } as unknown as VerifyContext;
  const [finding] = duplicateNumber(invoices[0]!, context);
  expect([finding!.code, finding!.cell, finding!.message]).toEqual([
    "DUPLICATE_NUMBER",
    "A2",
    "INV-1 stands on 3 documents: row 2 by Ann on 2026-11-02; row 5 by Ben on 2026-11-03; row 6 by nobody",
  ]);
});
