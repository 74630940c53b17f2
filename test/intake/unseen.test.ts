import type { Issue } from "../../src/core/api";
import { base, bill, header, october, usageRows } from "./smallBook";

const whole = { K1: "150.00", K2: "60.00", K3: "50.00" };

describe("rows that are not seen are billed and told", () => {
  const shown = ({ code, severity, value, message, stake }: Issue) => ({
    code,
    severity,
    value,
    rows: message.slice(message.lastIndexOf(": ") + 2),
    stake: stake && `${stake.currency} ${stake.amount.toFixed(2)}`,
  });

  const found = (issues: readonly Issue[]) =>
    issues.filter(({ code }) => /^(?:HIDDEN|STRUCK)_/.test(code)).map(shown);

  test("hidden rows of usage: one warning with their number and what they add", async () => {
    const rows = [header, ...usageRows, ["K1", "Calls", october(21), 1]];
    const { bills, issues } = await bill({ Usage: { rows, hiddenRows: [2, 3, 5] } });
    expect(bills).toEqual({ ...whole, K1: "150.10" });
    expect(found(issues)).toEqual([
      {
        code: "HIDDEN_ROWS",
        severity: "warning",
        value: "3 rows are",
        rows: "rows 2 to 3 and 5",
        stake: "EUR 150.10",
      },
    ]);
  });

  test("a struck-out row of usage, with what it adds", async () => {
    const { bills, issues } = await bill({ Usage: { rows: base.Usage!, struck: ["D3"] } });
    expect(bills).toEqual(whole);
    expect(found(issues)).toEqual([
      { code: "STRUCK_ROWS", severity: "warning", value: "1 row is", rows: "row 3", stake: "EUR 50.00" },
    ]);
  });

  test.each([
    ["Contracts", "rows 2 and 4", "EUR 200.00", { hiddenRows: [2, 4] }],
    ["Prices", "row 3", "EUR 60.00", { hiddenRows: [3] }],
    ["Prices", "row 2", "EUR 150.00", { struck: ["A2", "B2", "D2"] }],
  ])("rows of %s: %s, %s", async (sheet, rows, stake, looks) => {
    const { bills, issues } = await bill({ [sheet]: { rows: base[sheet]!, ...looks } });
    expect(bills).toEqual(whole);
    expect(found(issues)).toMatchObject([{ rows, stake }]);
  });

  test("a struck-out credit, with its amount", async () => {
    const Adjustments = {
      rows: [
        ["Contract ID", "Date", "Amount", "Description", "Reason code"],
        ["K1", october(9), -20, "Outage", "SLA"],
        ["K2", october(9), -5, "Outage", "SLA"],
      ],
      struck: ["A2", "C2"],
    };
    const { issues } = await bill({ Adjustments });
    expect(found(issues)).toMatchObject([{ code: "STRUCK_ROWS", rows: "row 2", stake: "EUR -20.00" }]);
  });

  test("each sheet of usage has its own", async () => {
    const { issues } = await bill({
      Usage: [],
      "Usage 1": { rows: [header, usageRows[0]!], hiddenRows: [2] },
      "Usage 2": { rows: [header, usageRows[1]!, usageRows[2]!], hiddenRows: [3] },
    });
    expect(
      issues
        .filter(({ code }) => code === "HIDDEN_ROWS")
        .map(({ at, stake }) => [at.sheet, stake?.amount.toFixed(2)]),
    ).toEqual([
      ["Usage 1", "100.00"],
      ["Usage 2", "60.00"],
    ]);
  });

  test("headers, totals, blank rows, remarks and columns nobody reads say nothing", async () => {
    const rows = [
      [...header, "Note"],
      ...usageRows,
      ["Total", null, null, 1800],
      [],
      ["Prepared by Dana Fox"],
    ];
    const { bills, issues } = await bill({
      Usage: { rows, hiddenRows: [1, 5, 6, 7, 40], struck: ["A1", "E2", "D5", "A9"] },
    });
    expect(bills).toEqual(whole);
    expect(found(issues)).toEqual([]);
  });
});

describe("unit prices below 0", () => {
  test("are billed, and the warning says that each unit is a credit", async () => {
    const Prices = [...base.Prices!, ["K3", "Calls", "per_unit", -0.1]];
    const Usage = [...base.Usage!, ["K3", "Calls", october(8), 100]];
    const { bills, issues } = await bill({ Prices, Usage });
    expect(bills.K3).toBe("40.00");
    expect(issues.filter(({ code }) => code === "NEGATIVE_PRICE")).toMatchObject([
      { severity: "warning", value: "-0.1", at: { sheet: "Prices", row: 4, column: 3 } },
    ]);
  });

  test("a tier below 0 is told; a flat fee below 0 is a credit that everybody sees", async () => {
    const Prices = [
      [...base.Prices![0]!, "Tiers"],
      ["K1", "Calls", "graduated", null, null, null, "1000: 0.10; *: -0.01"],
      ["K2", "Calls", "per_unit", 0.2],
      ["K3", "Goodwill", "flat", null, -50],
    ];
    const { issues } = await bill({ Prices });
    expect(issues.filter(({ code }) => code === "NEGATIVE_PRICE").map(({ value }) => value)).toEqual([
      "-0.01",
    ]);
  });
});
