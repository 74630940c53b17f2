import { GridBuilder } from "../grid/gridBuilder";
import { Decimal } from "../money/decimal";
import { readSettings } from "../settings/readSettings";
import { revealingFilled } from "./columnFit";
import { nothingKept } from "./keptParts";
import type { OutputInput } from "./outputInput";
import { headingRight } from "./styles";
import { tableSheet, textCell, type OutputColumn } from "./tableSheet";

interface Row {
  readonly id: string;
  readonly amount?: number;
  readonly reason?: string;
  readonly comment?: string;
}

const columns: (OutputColumn<Row> & { readonly title: string })[] = [
  { title: "Invoice number", width: 24, cell: ({ id }) => textCell(id) },
  {
    title: "Amount",
    width: 14,
    cell: ({ amount }) => (amount === undefined ? null : { value: new Decimal(amount) }),
  },
  { title: "Reason", width: 70, cell: ({ reason }) => textCell(reason) },
  { title: "Comment", width: 30, cell: ({ comment }) => textCell(comment), isTyped: true },
];

const settings = readSettings({ grids: [], tables: [], date1904: false, pictures: [] }, () => undefined);

/** The register of these rows; no column here looks at the run. */
const register = (rows: readonly Row[], more: { readonly grows?: boolean } = {}) =>
  tableSheet({
    ...more,
    sheet: "Credits & more",
    tableName: "Credits",
    tabColor: "000000",
    columns,
    rows,
    kept: nothingKept,
    oldRow: () => undefined,
    input: { settings } as OutputInput,
  });

describe("a register", () => {
  it("hides columns without a value in any row, but not those that people type into", () => {
    expect(register([{ id: "A", amount: 1 }, { id: "B" }]).hiddenColumns).toEqual([2]);
    expect(register([{ id: "A" }]).hiddenColumns).toEqual([1, 2]);
    expect(register([{ id: "A", amount: 0, reason: "SLA" }]).hiddenColumns).toBeUndefined();
  });

  it("keeps hidden columns where they are, with their titles", () => {
    const { rows, table: planned } = register([{ id: "A" }]);
    expect(planned!.columns).toEqual(["Invoice number", "Amount", "Reason", "Comment"]);
    expect(rows[0]!.map((cell) => cell!.value)).toEqual(planned!.columns);
  });

  it("shows all columns while it has no rows", () => {
    expect(register([]).hiddenColumns).toBeUndefined();
  });

  it("has columns of texts as wide as these need, and figures as wide as they are meant to be", () => {
    const reason = "a reason that is as long as some";
    expect(register([{ id: "INV-2026-0001", amount: 1, reason }]).widths).toEqual([15, 14, 34, 30]);
    expect(register([{ id: "A".repeat(90), reason: "R".repeat(90) }]).widths).toEqual([24, 14, 60, 30]);
  });

  it("wraps long texts in rows that are high enough, with all their cells at the top", () => {
    const reason = "late usage of an earlier month ".repeat(6);
    const { rows, heights } = register([{ id: "A", amount: 1, reason }, { id: "B" }]);
    expect(rows[1]!.map((cell) => cell?.style)).toEqual([
      { vertical: "top" },
      { vertical: "top" },
      { vertical: "top", wrap: true },
      undefined,
    ]);
    expect(heights!.get(1)).toBe(45);
    expect(heights!.has(2)).toBe(false);
    expect(rows[2]![0]!.style).toBeUndefined();
  });

  it("has a row for each line of a text that is typed in lines", () => {
    const { heights } = register([{ id: "A", reason: "one\ntwo\nthree" }]);
    expect(heights!.get(1)).toBe(45);
  });

  it("that grows shows every column as wide as it is meant to be, each row on one line", () => {
    const { widths, hiddenColumns, heights, rows } = register([{ id: "A", reason: "R".repeat(90) }], {
      grows: true,
    });
    expect([widths, hiddenColumns, heights!.size]).toEqual([[24, 14, 70, 30], undefined, 1]);
    expect(rows[1]![2]!.style).toBeUndefined();
  });

  it("prints one landscape page wide with its header on every page and the number of the page", () => {
    const { page, rows } = register([{ id: "A", amount: 1 }]);
    expect(page).toEqual({
      orientation: "landscape",
      repeatRows: [0, 0],
      footer: "&LCredits && more&RPage &P of &N",
    });
    expect(rows[0]!.map((cell) => cell!.style === headingRight)).toEqual([false, true, false, false]);
  });
});

describe("columns that were empty", () => {
  const before = new GridBuilder("Credits & more");
  before.text(0, 0, "Invoice number");
  before.text(0, 2, "Reason");
  before.text(1, 0, "A");
  const grid = before.build();
  const filled = register([{ id: "A", reason: "SLA" }]);

  it("are shown again once they have a value", () => {
    expect(revealingFilled(filled, grid).revealedColumns).toEqual([2]);
    expect(revealingFilled(register([{ id: "B" }]), grid).revealedColumns).toBeUndefined();
    expect(revealingFilled(filled, undefined).revealedColumns).toBeUndefined();
  });
});
