import { sheet, workbook, type Cell } from "../../../test/properties/support/sheets";
import {
  choiceColumn,
  dayColumn,
  decimalColumn,
  fractionColumn,
  idColumn,
  momentColumn,
  percentColumn,
  required,
} from "./column";
import { tallyFields } from "./fieldTallies";
import { locateTable } from "./locateTable";
import { defineTable } from "./table";

const orders = defineTable({
  title: "Orders",
  synonyms: [],
  help: "what was ordered",
  columns: {
    orderId: required(idColumn({ title: "Order", help: "its id" })),
    amount: decimalColumn({ title: "Amount", help: "how much", min: "0" }),
    day: dayColumn({ title: "Day", help: "when" }),
    at: momentColumn({ title: "At", help: "the minute" }),
    kind: choiceColumn({ title: "Kind", help: "what", choices: { sale: ["Sale", "Sold"], gift: "Gift" } }),
    rebate: percentColumn({ title: "Rebate", help: "less" }),
    rate: fractionColumn({ title: "Rate", help: "of tax" }),
  },
  examples: [],
});

const header = ["Order", "Amount", "Day", "At", "Kind", "Rebate", "Rate"];

function tally(...rows: Cell[][]) {
  const located = locateTable(orders, workbook([sheet("Orders", [header, ...rows])]), new Map())!;
  return Object.fromEntries(tallyFields(located).map((fieldTally) => [fieldTally.field, fieldTally]));
}

describe("tallyFields", () => {
  it("shows the first filled cell as it stands and as it is read", () => {
    const { orderId, amount, day, at, kind, rebate, rate } = tally(
      [],
      [17850, "1,234.50", "31 Oct 2026", { date: 46_326.75 }, "sold", 12, { percent: 0.2 }],
    );
    expect(orderId!.sample).toEqual({ row: 2, shown: "17850", readAs: "17850" });
    expect(amount!.sample).toEqual({ row: 2, shown: "1,234.50", readAs: "1,234.5" });
    expect(day!.sample).toMatchObject({ readAs: "2026-10-31" });
    expect(at!.sample).toMatchObject({ readAs: "2026-10-31 18:00" });
    expect(kind!.sample).toMatchObject({ shown: "sold", readAs: "Sale" });
    expect(rebate!.sample).toMatchObject({ shown: "12", readAs: "12 %" });
    expect(rate!.sample).toMatchObject({ shown: "20%", readAs: "20 %" });
  });

  it("counts the cells that can be read and those that cannot, each in its own column", () => {
    const { orderId, amount, day } = tally(
      ["A", 5, "2026-10-01"],
      ["B", "n/a", "2026-10-01"],
      ["C", "n/a", 0],
      ["D", -1, { error: "#N/A" }],
      ["E", undefined, " "],
    );
    expect(orderId).toMatchObject({ good: 5, bad: 0, firstBadRow: undefined });
    expect(amount).toMatchObject({ good: 1, bad: 3, firstBadRow: 2 });
    expect(day).toMatchObject({ good: 2, bad: 2, firstBadRow: 3 });
  });

  it("misses a value only where every row must have one, and not in rows that are blank", () => {
    const { orderId } = tally(["A", 1], [undefined, 7], [], ["", 3], ["B", 4]);
    expect(orderId).toMatchObject({ good: 2, bad: 2, firstBadRow: 2 });
  });

  it("reads a first cell that cannot be read as nothing", () => {
    expect(tally(["A", "many"]).amount!.sample).toEqual({ row: 1, shown: "many", readAs: "" });
  });

  it("counts nothing for a column that was not found", () => {
    const located = locateTable(orders, workbook([sheet("Orders", [["Amount"], [5]])]), new Map())!;
    expect(tallyFields(located)[0]).toMatchObject({
      field: "orderId",
      index: undefined,
      good: 0,
      bad: 0,
    });
  });
});
