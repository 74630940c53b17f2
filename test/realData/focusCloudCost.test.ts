import { UNITS_PER_DOLLAR } from "../../scripts/realData/focusCloudCost";
import { Decimal } from "../../src/core/api";
import { bill, plain, realData, total } from "./realData";

interface Answers {
  readonly totals: { readonly rows: number; readonly billed_rounded_once: string };
  readonly by_SubAccountName: Readonly<Record<string, { readonly billed_rounded: string }>>;
  readonly invoice_per_subaccount: {
    readonly invoices: number;
    readonly sum_of_rounded_invoices: string;
    readonly residual_against_total_rounded_once: string;
  };
  readonly rerate: {
    readonly mismatched: number;
    readonly net_difference_billed_minus_rerated: string;
    readonly rows: readonly {
      readonly Id: string;
      readonly cause: string;
      /** Null where there is no list price. */
      readonly rerated: string | null;
      readonly billed: string;
    }[];
  };
}

const codeOfCause: Readonly<Record<string, string>> = {
  "unit mismatch: price is per 10,000 times the quantity unit": "UNIT_MISMATCH",
  "covered by a commitment: billed 0, list cost not 0": "PRICE_MISMATCH",
  "list price 0 but a cost was billed": "PRICE_MISMATCH",
  "no list price (credit)": "AMOUNT_MISMATCH",
};

/** Dollars in the units of the workbook, rounded to its smallest amount. */
const inUnits = (dollars: string) =>
  new Decimal(dollars).times(UNITS_PER_DOLLAR).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);

describe("cloud charges with list prices and billed costs", () => {
  const { itWithData, open, answers } = realData("focus-cloud-cost");

  itWithData("differ in exactly the known lines, each with its cause", async () => {
    const { rerate } = answers<Answers>();
    const { reconciliation } = bill(await open("focus-cloud-cost"), "2024-09");
    const found = reconciliation.findings.map((finding) => ({
      Id: finding.contractId,
      code: finding.code,
      expected: plain(finding.expected),
      billed: plain(finding.found),
    }));
    const known = rerate.rows.map(({ Id, cause, rerated, billed }) => ({
      Id,
      code: codeOfCause[cause],
      expected: plain(inUnits(rerated ?? "0")),
      billed: plain(new Decimal(billed).times(UNITS_PER_DOLLAR)),
    }));
    known.sort((a, b) => (a.Id < b.Id ? -1 : 1));
    expect(found).toHaveLength(rerate.mismatched);
    expect(found).toEqual(known);
  });

  itWithData("name the ratio of every unit that was mistaken", async () => {
    const { reconciliation } = bill(await open("focus-cloud-cost"), "2024-09");
    const units = reconciliation.findings.filter(({ code }) => code === "UNIT_MISMATCH");
    expect(units).toHaveLength(31);
    for (const { cause } of units) expect(cause).toMatch(/^billed 10,000 times too much: /);
  });

  itWithData("make one invoice a sub account, rounded once", async () => {
    const { by_SubAccountName, invoice_per_subaccount, totals } = answers<Answers>();
    const { invoices, reconciliation, controlTotals } = bill(await open("focus-cloud-invoices"), "2024-09");
    const known = Object.entries(by_SubAccountName).map(([name, account]) => [
      name,
      plain(account.billed_rounded),
    ]);
    const made = invoices.map((invoice) => [invoice.customer.customerId, plain(invoice.total)]);
    expect(Object.fromEntries(made)).toEqual(Object.fromEntries(known));
    expect(invoices).toHaveLength(invoice_per_subaccount.invoices);
    const sum = total(invoices.map((invoice) => invoice.total));
    expect(sum.toFixed(2)).toBe(invoice_per_subaccount.sum_of_rounded_invoices);
    const residual = sum.minus(totals.billed_rounded_once);
    expect(residual.toFixed(2)).toBe(invoice_per_subaccount.residual_against_total_rounded_once);
    expect(controlTotals.reduce((rows, { rated }) => rows + rated.rows, 0)).toBe(totals.rows);
    expect(reconciliation.findings).toEqual([]);
  });
});
