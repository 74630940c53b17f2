import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reconcileBook, verifyBook } from "../../src/core/api";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { billStep, type Step } from "../time/chain";
import expected from "./cases/expected.json";
import type { ContractCase } from "./judge";

const CASES = join(__dirname, "cases");
const cases = Object.entries(expected as unknown as Readonly<Record<string, ContractCase>>);

test.each(cases)("%s", async (_n, { steps }) => {
  const out: unknown[] = [];
  let last: Step | undefined;
  for (const { input, options } of steps) {
    const book = input.endsWith(".xlsx") ? readFileSync(join(CASES, input)) : last!.bytes;
    last = await billStep(book, options, CASES);
    for (const f of last.run.reconciliation.findings)
      if (f.severity !== "info")
        out.push("bill " + f.code + " " + f.cause + " " + f.expected.toString() + " " + f.found.toString());
    for (const f of last.run.issues)
      if (f.severity === "error") out.push("issue " + f.code + " " + f.message);
    const reading = await readWorkbook(last.bytes);
    if (!reading.ok) throw new Error("x");
    const r = reconcileBook(reading.snapshot, { period: undefined, asOf: undefined });
    if (r.ok)
      for (const f of r.run.reconciliation.findings)
        if (f.severity !== "info")
          out.push("rec " + f.code + " " + f.cause + " " + f.expected.toString() + " " + f.found.toString());
    const v = verifyBook(reading.snapshot, {
      sha256: () => "",
      engineVersion: "",
      head: undefined,
      numbers: undefined,
      formulas: undefined,
    });
    if (typeof v !== "string")
      for (const i of v.invoices)
        for (const d of i.differences)
          if (d.code !== "STATE_NOT_LOGGED") out.push("ver " + i.invoice + " " + JSON.stringify(d));
    if (process.env.SHOW)
      for (const inv of last.run.invoices) {
        out.push(
          inv.number +
            " " +
            inv.contractId +
            " " +
            inv.customer.customerId +
            " " +
            inv.subtotal.toString() +
            " " +
            inv.tax.toString() +
            " " +
            inv.total.toString(),
        );
        for (const l of inv.lines)
          out.push(
            [
              "  ",
              l.kind,
              l.priceId,
              l.product,
              l.quantity.toString(),
              l.amount.toString(),
              l.taxCode,
              l.explanation,
            ].join(" | "),
          );
      }
  }
  expect(out).toEqual([]);
});
