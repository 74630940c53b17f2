import { sheet, workbook, type Cell } from "../../../test/properties/support/sheets";
import { cellAddress } from "../grid/grid";
import type { Issue } from "../issues/issue";
import { bindTable } from "./bind";
import { anyTable } from "./boundTable";
import {
  choiceColumn,
  dayColumn,
  decimalColumn,
  idColumn,
  percentColumn,
  required,
  textColumn,
} from "./column";
import { cellOf, readRecords, settleDateOrder, settleDecimalSign } from "./readRecords";
import { defineTable } from "./table";

const orders = defineTable({
  title: "Orders",
  synonyms: [],
  help: "what was ordered",
  columns: {
    orderId: required(idColumn({ title: "Order", help: "its id" })),
    amount: required(decimalColumn({ title: "Amount", help: "how much", min: "0" })),
    day: dayColumn({ title: "Day", help: "when" }),
    kind: choiceColumn({ title: "Kind", help: "what", choices: { sale: "Sale", gift: "Gift" } }),
    rebate: percentColumn({ title: "Rebate", help: "less" }),
    note: textColumn({ title: "Note", help: "anything" }),
  },
  examples: [],
});

const header = ["Order", "Amount", "Day", "Kind", "Rebate", "Remark"];

function bindOrders(rows: readonly (readonly Cell[])[]) {
  return bindTable(orders, workbook([sheet("Orders", [header, ...rows])]), new Map(), () => undefined)!;
}

function readOrders(rows: readonly (readonly Cell[])[]) {
  const issues: Issue[] = [];
  const holdsOf = ({ orderId }: { orderId?: string | undefined }) => (orderId === undefined ? [] : [orderId]);
  const records = readRecords(bindOrders(rows), holdsOf, (issue) => issues.push(issue));
  return {
    ...records,
    issues,
    summary: issues.map(({ code, at, value }) => `${cellAddress(at)} ${code} ${value}`),
  };
}

describe("readRecords", () => {
  it("reads each row with its place in the sheet; what is not there is undefined", () => {
    const { good, bad, issues } = readOrders([
      ["A1", 10, { date: 46_326 }, "gift", { percent: 0.1 }, "ignored"],
      [17850.0, 0],
    ]);
    expect(good).toHaveLength(2);
    expect(good[0]).toMatchObject({ row: 1, orderId: "A1", day: 46_326, kind: "gift" });
    expect(good[0]!.amount.toString()).toBe("10");
    expect(good[0]!.rebate?.toString()).toBe("0.1");
    expect(good[1]).toMatchObject({
      row: 2,
      orderId: "17850",
      day: undefined,
      kind: undefined,
      note: undefined,
    });
    expect(bad).toEqual([]);
    expect(issues).toEqual([]);
  });

  it("skips rows whose known columns are all blank, and reads on", () => {
    const { good, issues } = readOrders([
      [],
      ["  ", undefined, ""],
      [undefined, undefined, undefined, undefined, undefined, "note"],
      ["A1", 1],
    ]);
    expect(good.map(({ row }) => row)).toEqual([4]);
    expect(issues).toEqual([]);
  });

  it("keeps a row with an error cell apart, also in an optional column", () => {
    const { good, bad, summary, issues } = readOrders([
      ["A1", { error: "#N/A" }],
      ["A2", 2, { error: "#REF!" }],
      ["A3", 3],
    ]);
    expect(good.map(({ orderId }) => orderId)).toEqual(["A3"]);
    expect(bad.map(({ row, fields }) => [row, fields.orderId])).toEqual([
      [1, "A1"],
      [2, "A2"],
    ]);
    expect(summary).toEqual(["B2 ERROR_CELL #N/A", "C3 ERROR_CELL #REF!"]);
    expect(issues.map(({ holds }) => holds)).toEqual([["A1"], ["A2"]]);
  });

  it("does not read an error cell in a column that belongs to no field", () => {
    expect(readOrders([["A1", 1, undefined, undefined, undefined, { error: "#N/A" }]]).issues).toEqual([]);
  });

  it("asks for what is missing, and says what would be right", () => {
    const { bad, issues, summary } = readOrders([
      ["A1", undefined],
      ["A2", " "],
      [undefined, 3],
    ]);
    expect(bad).toHaveLength(3);
    expect(summary).toEqual(["B2 MISSING_VALUE ", "B3 MISSING_VALUE ", "A4 MISSING_VALUE "]);
    expect(issues.map(({ message }) => message)).toEqual([
      "Amount is empty; how much",
      "Amount is empty; how much",
      "Order is empty; its id",
    ]);
    expect(issues[2]!.holds).toEqual([]);
  });

  it("reports every fault of a row and keeps what could be read", () => {
    const { bad, summary } = readOrders([["A1", "many", "2026-02-30", "loan", 120]]);
    expect(summary).toEqual([
      "B2 NOT_A_NUMBER many",
      "C2 NOT_A_DATE 2026-02-30",
      "D2 UNKNOWN_CHOICE loan",
      "E2 OUT_OF_RANGE 120",
    ]);
    expect(bad[0]!.fields).toMatchObject({ orderId: "A1", amount: undefined, kind: undefined });
  });

  it("reads text that is a number with a warning that holds nothing", () => {
    const { good, issues } = readOrders([["A1", "1,234.50", "31/10/2026"]]);
    expect(good).toHaveLength(1);
    expect(issues).toMatchObject([
      { code: "NUMBER_AS_TEXT", severity: "warning", holds: [] },
      { code: "DATE_AS_TEXT", severity: "warning", holds: [] },
    ]);
  });

  it("takes the settled decimal sign for what could be read in two ways", () => {
    expect(readOrders([["A1", "1,234"]]).summary).toEqual(["B2 AMBIGUOUS_NUMBER 1,234"]);
    const settled = readOrders([
      ["A1", "1,234"],
      ["A2", "0,5"],
    ]);
    expect(settled.good[0]!.amount.toString()).toBe("1.234");
  });

  it("lets one clear date settle its column and no other", () => {
    const { good, summary } = readOrders([
      ["A1", 1, "3/4/2026"],
      ["A2", 1, "31/10/2026"],
    ]);
    expect(good.map(({ day }) => day)).toEqual([46_115, 46_326]);
    expect(summary).toEqual(["C2 DATE_AS_TEXT 3/4/2026", "C3 DATE_AS_TEXT 31/10/2026"]);
  });

  it("trusts no date when the column shows both orders", () => {
    const { good, summary } = readOrders([
      ["A1", 1, "3/4/2026"],
      ["A2", 1, "31/10/2026"],
      ["A3", 1, "10/31/2026"],
    ]);
    expect(good).toEqual([]);
    expect(summary[0]).toBe("C2 DATES_MIXED 3/4/2026");
  });
});

describe("settleDecimalSign", () => {
  const settled = (...amounts: Cell[]) =>
    settleDecimalSign(anyTable(bindOrders(amounts.map((amount) => ["A", amount]))), 1);

  it.each([
    [["1.5", "1,234"], "."],
    [["1,5", "1,234"], ","],
    [["1,234.50", 1.5], "."],
    [["1.5", "1,5"], undefined],
    [["1,234", "1234", "many"], undefined],
    [[1.5], undefined],
  ])("of %j is %j", (amounts, sign) => {
    expect(settled(...amounts)).toBe(sign);
  });

  it("looks at one column and no other", () => {
    const bound = anyTable(bindOrders([["1.5", "1,5"]]));
    expect([settleDecimalSign(bound, 0), settleDecimalSign(bound, 1)]).toEqual([".", ","]);
  });
});

describe("settleDateOrder", () => {
  it("is what the texts of one column show", () => {
    const bound = bindOrders([
      ["A", "31/10/2026", "10/31/2026"],
      ["B", "4/4/2026", "4/4/2026"],
    ]);
    expect([settleDateOrder(bound, 1), settleDateOrder(bound, 2), settleDateOrder(bound, 0)]).toEqual([
      "dmy",
      "mdy",
      undefined,
    ]);
  });
});

describe("cellOf", () => {
  it("is the field's cell, or the first column where the table has none", () => {
    const bound = bindOrders([]);
    expect(cellAddress(cellOf(bound, 1, "amount"))).toBe("B2");
    expect(cellAddress(cellOf(bound, 1, "note"))).toBe("A2");
  });
});
