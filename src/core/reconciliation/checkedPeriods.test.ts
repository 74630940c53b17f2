import { billBook, bookOf, contractRow, priceRow, type Row } from "../../../test/vectors/book";

const fee = (number: string, from: string, to: string, amount: number): Row => ({
  "Invoice number": number,
  "Contract ID": "C1",
  Product: "Support",
  Kind: "fixed",
  "Period start": from,
  "Period end": to,
  Quantity: 1,
  "Unit price": amount,
  Amount: amount,
});

const run = (period: string): Row => ({ "Run ID": "RUN-1", When: `${period}-28`, Period: period });

function findings(tables: Readonly<Record<string, readonly Row[]>>, period: string, contract: Row) {
  const { reconciliation } = billBook(
    bookOf({
      Contracts: [contractRow(contract)],
      Prices: [priceRow({ Product: "Support", "Flat fee": 93 })],
      ...tables,
    }),
    period,
  );
  return reconciliation.findings.map(({ code, difference }) => `${code} ${difference.toFixed(2)}`);
}

describe("periods that are expected to be billed", () => {
  const september = { "Invoice lines": [fee("I-1", "2026-09-01", "2026-09-30", 93)] };
  const start = { "Start date": "2026-08-22" };

  it("are those since the first run of the workbook: the first days of a contract are not forgotten", () => {
    // 93 × 10/31
    expect(findings({ ...september, "Run log": [run("2026-07")] }, "2026-10", start)).toEqual([
      "MISSING_PERIOD 30.00",
    ]);
  });

  it("are not those before anything was billed with it", () => {
    expect(findings({ ...september, "Run log": [run("2026-09")] }, "2026-10", start)).toEqual([]);
  });

  it("are those that still run where their fee was due in advance", () => {
    const quarterly = { "Start date": "2026-01-01", "Billing frequency": "Quarterly" };
    const lines = { "Invoice lines": [fee("I-1", "2026-01-01", "2026-03-31", 93)] };
    // April to June was due on 1 April and has not ended in May
    expect(findings(lines, "2026-05", quarterly)).toEqual(["MISSING_PERIOD 93.00"]);
    expect(findings(lines, "2026-03", quarterly)).toEqual([]);
    expect(findings(lines, "2026-04", quarterly)).toEqual([]);
  });

  it("are those between two that are billed, by days of service and not of runs", () => {
    const anchored = { "Start date": "2026-07-15", "Anchor day": 15 };
    const lines = {
      "Invoice lines": [
        fee("I-1", "2026-07-15", "2026-08-14", 93),
        fee("I-2", "2026-09-15", "2026-10-14", 93),
      ],
    };
    expect(findings(lines, "2026-09", anchored)).toEqual(["MISSING_PERIOD 93.00"]);
  });
});
