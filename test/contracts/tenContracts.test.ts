import { billStep } from "../../scripts/workedExamples/billStep";
import { added, bookOf } from "../time/documents";
import { usage } from "./agreements/agreement";
import { ofUsage } from "./agreements/ofUsage";
import { ofWork } from "./agreements/ofWork";

/** What these small books leave out on purpose. */
const beside = ["SELLER_INCOMPLETE", "PRICE_WITHOUT_USAGE"];

describe("contracts as companies have them", () => {
  it.each(Object.entries({ ...ofUsage, ...ofWork }))("%s", async (_prose, { tables, months }) => {
    let book = bookOf({ Usage: usage(), ...tables });
    for (const { period, rows = {}, bills, warns = [] } of months) {
      for (const [sheet, more] of Object.entries(rows)) book = await added(book, sheet, more);
      const { run, bytes } = await billStep(book, `--period ${period} --number`);
      const said = run.issues.filter(({ severity, code }) => severity !== "info" && !beside.includes(code));
      expect({
        period,
        bills: run.invoices
          .map(({ subtotal, total }) => `${subtotal.toFixed(2)} ${total.toFixed(2)}`)
          .join(" "),
        said: said.map(({ code }) => code),
        found: run.reconciliation.findings
          .filter(({ severity }) => severity === "error")
          .map(({ code }) => code),
      }).toEqual({ period, bills, said: warns, found: [] });
      book = bytes;
    }
  });
});
