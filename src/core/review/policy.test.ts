import { Decimal } from "../money/decimal";
import { unheard, type Issue } from "../issues/issue";
import { readSettings } from "../settings/readSettings";
import { sheet, workbook, type Cell } from "../../../test/properties/support/sheets";
import { readPolicy } from "./policy";

const settings = readSettings(workbook([]), unheard);

const policyOf = (rows: readonly (readonly Cell[])[], approvalLimit?: string) =>
  readPolicy(
    workbook(rows.length === 0 ? [] : [sheet("Policy", [["Person", "Role", "Limit", "Currency"], ...rows])]),
    {
      ...settings,
      approvalLimit: approvalLimit === undefined ? undefined : new Decimal(approvalLimit),
    },
  );

const rows: readonly (readonly Cell[])[] = [
  ["Ann Berg", "Preparer", undefined, undefined],
  ["Ben", "Approver", 500, "EUR"],
  ["Ben", "Approver", 50, "USD"],
  ["Cleo", "All", 1000, undefined],
];

describe("Policy", () => {
  it.each([
    ["Ann Berg", "preparer", true],
    ["ANN-BERG", "preparer", true],
    ["Ann Berg", "approver", false],
    ["Cleo", "closer", true],
    ["Dora", "issuer", false],
  ] as const)("names %s as %s: %s", (person, role, has) => {
    expect(policyOf(rows).hasRole(person, role)).toBe(has);
    expect(policyOf([]).hasRole(person, role)).toBe(true);
  });

  it.each([
    ["Ben", "500", "EUR", true],
    ["Ben", "-500", "EUR", true],
    ["Ben", "500.01", "EUR", false],
    ["Ben", "-500.01", "EUR", false],
    ["Ben", "50", "USD", true],
    ["Ben", "51", "USD", false],
    ["Ben", "1", "CHF", false],
    ["Cleo", "1000", "CHF", true],
    ["Cleo", "1000.01", "CHF", false],
  ])("lets %s approve %s %s: %s", (person, total, currency, may) => {
    expect(policyOf(rows).isWithinLimit(person, "approver", new Decimal(total), currency)).toBe(may);
  });

  it("names the cells that it cannot read, and lets nobody do more for them", () => {
    const issues: Issue[] = [];
    const book = workbook([
      sheet("Policy", [
        ["Person", "Role", "Limit", "Currency"],
        ["Ben", "Approver", "lots", "EUR"],
        ["Cleo", "Boss", undefined, undefined],
        ["Dan", "Approver", 500, "EURO"],
      ]),
    ]);
    const read = readPolicy(book, settings, (issue) => issues.push(issue));
    expect(issues.map(({ code, at }) => `${code} ${String(at.row + 1)} ${String(at.column + 1)}`)).toEqual([
      "NOT_A_NUMBER 2 3",
      "UNKNOWN_CHOICE 3 2",
      "UNKNOWN_CURRENCY 4 4",
    ]);
    const may = ["Ben", "Cleo", "Dan"].map((who) =>
      read.isWithinLimit(who, "approver", new Decimal(1), "EUR"),
    );
    expect([read.isSet, ...may]).toEqual([true, false, false, false]);
  });

  it("without a column that it needs allows nobody anything, and says so", () => {
    const issues: Issue[] = [];
    const book = workbook([
      sheet("Policy", [
        ["Person", "Rolle", "Limit"],
        ["Ben", "Approver", 500],
      ]),
    ]);
    const read = readPolicy(book, settings, (issue) => issues.push(issue));
    expect([read.isSet, read.hasRole("Ben", "approver")]).toEqual([true, false]);
    expect(issues.map(({ code }) => code)).toEqual(["MISSING_COLUMN"]);
  });

  it.each([
    ["a Policy and no Approval limit", rows, undefined, "0.01", true],
    ["neither", [], undefined, "9999", false],
    ["an Approval limit up to which none is needed", rows, "100", "100", false],
    ["the same above it", rows, "100", "100.01", true],
    ["the same for a credit note", rows, "100", "-100.01", true],
    ["an Approval limit alone", [], "100", "101", true],
  ] as const)("asks for an approval with %s", (_name, table, limit, total, needs) => {
    expect(policyOf(table, limit).needsApproval(new Decimal(total))).toBe(needs);
  });
});
