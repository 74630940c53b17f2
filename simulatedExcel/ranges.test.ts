import { freshHostPerTest } from "./hostForTests";
import { codeOf, rangeAt, read, write } from "./testHost";

const host = freshHostPerTest();

describe("a range", () => {
  it("is written and read in one request each", async () => {
    await write(host(), "A1:B2", [
      [1, "two"],
      [true, ""],
    ]);
    const { values, valueTypes, address, rowCount, columnIndex } = await read(
      host(),
      "A1:B2",
      "values,valueTypes,address,rowCount,columnIndex",
    );
    expect(values).toEqual([
      [1, "two"],
      [true, ""],
    ]);
    expect(valueTypes).toEqual([
      ["Double", "String"],
      ["Boolean", "Empty"],
    ]);
    expect([address, rowCount, columnIndex]).toEqual(["Sheet1!A1:B2", 2, 0]);
    expect(host().roundTrips).toBe(2);
    expect(host().totals).toMatchObject({ cellsWritten: 4, cellsRead: 8 });
    expect(host().totals.bytesOut).toBeGreaterThan(200);
  });

  it("leaves a cell for null and clears it for an empty text", async () => {
    await write(host(), "A1:C1", [[1, 2, 3]]);
    await write(host(), "A1:C1", [[null, "", 4]]);
    expect((await read(host(), "A1:C1", "values")).values).toEqual([[1, "", 4]]);
  });

  it("takes one value for all of its cells, and a formula as it is filled down", async () => {
    await write(host(), "A1:A2", 7);
    await write(host(), "B1:B2", "=A1*$A$1");
    expect((await read(host(), "A1:B2", "formulas")).formulas).toEqual([
      [7, "=A1*$A$1"],
      [7, "=A2*$A$1"],
    ]);
  });

  it.each([
    ["ragged", [[1, 2], [3]]],
    ["too short", [[1, 2]]],
    [
      "too wide",
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
    ],
    ["of one cell", [[1]]],
    [
      "of other things",
      [
        [{}, 1],
        [1, 1],
      ],
    ],
  ])("refuses an array that is %s", async (_, values) => {
    expect(await codeOf(write(host(), "A1:B2", values))).toBe("InvalidArgument");
    expect(host().snapshot().sheets[0]!.cells).toEqual({});
  });

  it("takes texts as if they were typed", async () => {
    await write(host(), "A1:K1", [
      [
        "=1+1",
        "1/2/2026",
        "12.50%",
        "$1,234.50",
        "007",
        "TRUE",
        "#N/A",
        "'=1",
        "-x",
        "2026-10-31",
        "Jan 2026",
      ],
    ]);
    const { values, formulas, numberFormat, valueTypes } = await read(
      host(),
      "A1:K1",
      "values,formulas,numberFormat,valueTypes",
    );
    expect(values).toEqual([[0, 46024, 0.125, 1234.5, 7, true, "#N/A", "=1", 0, 46326, 46023]]);
    expect((formulas as unknown[][])[0]![0]).toBe("=1+1");
    expect((formulas as unknown[][])[0]![8]).toBe("=-x");
    expect((numberFormat as unknown[][])[0]!.slice(1, 4)).toEqual(["m/d/yyyy", "0.00%", "$#,##0.00"]);
    expect((valueTypes as unknown[][])[0]!.slice(5, 8)).toEqual(["Boolean", "Error", "String"]);
  });

  it("keeps every text as it is in cells of the text format", async () => {
    await host().Excel.run(async (context) => {
      const range = rangeAt(context, "A1:D1");
      range.numberFormat = [["@", "@", "@", "@"]];
      range.values = [["=1+1", "1/2/2026", "007", "@risk"]];
      await context.sync();
    });
    const { values, formulas, valueTypes } = await read(host(), "A1:D1", "values,formulas,valueTypes");
    expect(values).toEqual([["=1+1", "1/2/2026", "007", "@risk"]]);
    expect(formulas).toEqual(values);
    expect(valueTypes).toEqual([["String", "String", "String", "String"]]);
  });

  it("shows numbers in their format", async () => {
    await write(host(), "A1:F1", [[1234.5, 46024, 0.125, -3, 0.5, 1e-7]]);
    await host().Excel.run(async (context) => {
      rangeAt(context, "A1:F1").numberFormat = [
        ["#,##0.00 [$€-407]", "yyyy-mm-dd hh:mm", "0.0%", "0;(0)", "h:mm AM/PM", "General"],
      ];
      await context.sync();
    });
    const { text, numberFormatCategories } = await read(host(), "A1:F1", "text,numberFormatCategories");
    expect(text).toEqual([["1,234.50 €", "2026-01-02 00:00", "12.5%", "(3)", "12:00 PM", "1E-07"]]);
    expect(numberFormatCategories).toEqual([["Currency", "Date", "Percentage", "Number", "Time", "General"]]);
  });

  it("is cut by the library above 1,500 cells and whole again in the workbook", async () => {
    const values = Array.from({ length: 4000 }, (_, row) => [row, `row ${String(row)}`]);
    await write(host(), "A1:B4000", values);
    const { actions, cellsWritten } = host().requests[0]!;
    expect(actions).toBeGreaterThan(20);
    expect(cellsWritten).toBe(8000);
    expect((await read(host(), "A1:B4000", "values")).values).toEqual(values);
    expect(await codeOf(write(host(), "A1:B3999", values))).toBe("InvalidArgument");
  });

  it("has no values where it is unbounded", async () => {
    expect((await read(host(), "A:A", "values,rowCount")).values).toBeNull();
  });

  it("finds what is used, by values or by looks", async () => {
    await write(host(), "B2:C3", [
      [1, 2],
      [3, 4],
    ]);
    await host().Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("E9").format.fill.color = "#FFFF00";
      const looks = sheet.getUsedRange().load("address");
      const values = sheet.getUsedRange(true).load("address");
      const none = sheet.getRange("G1:G5").getUsedRangeOrNullObject(true);
      await context.sync();
      expect([looks.address, values.address]).toEqual(["Sheet1!B2:E9", "Sheet1!B2:C3"]);
      expect(none.isNullObject).toBe(true);
    });
  });

  it("moves with its cells, also in later requests", async () => {
    await write(host(), "A1:A3", [[1], [2], [3]]);
    await host().Excel.run(async (context) => {
      const third = rangeAt(context, "A3").load("address");
      await context.sync();
      rangeAt(context, "2:2").insert("Down");
      rangeAt(context, "A1").delete("Up");
      third.load("address,values");
      await context.sync();
      expect([third.address, third.values]).toEqual(["Sheet1!A3", [[3]]]);
      third.delete("Up");
      await context.sync();
      third.load("values");
      expect(await codeOf(context.sync())).toBe("InvalidReference");
    });
  });

  it("counts the clean-up of its references apart", async () => {
    await read(host(), "A1", "values");
    await host().settle();
    expect(host().roundTrips).toBe(1);
  });

  it("keeps what it looks like", async () => {
    await host().Excel.run(async (context) => {
      const range = rangeAt(context, "A1:B2");
      range.format.font.set({ bold: true, color: "red", size: 14 });
      range.format.fill.color = "d9e1f2";
      range.format.horizontalAlignment = "Right";
      range.format.wrapText = true;
      range.format.columnWidth = 90;
      range.format.borders.getItem("EdgeBottom").style = "Double";
      range.merge();
      range.hyperlink = { documentReference: "Sheet1!D4", textToDisplay: "see" };
      rangeAt(context, "D1:D3").dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
      await context.sync();
      const mixed = rangeAt(context, "A1:C1").format.font.load("bold,color");
      const validation = rangeAt(context, "D1:D4").dataValidation.load("type");
      await context.sync();
      expect([mixed.bold, mixed.color]).toEqual([null, null]);
      expect(validation.type).toBe("Inconsistent");
    });
    expect(host().snapshot().sheets[0]).toMatchObject({
      merges: ["A1:B2"],
      columns: { A: { size: 90 }, B: { size: 90 } },
      cells: {
        A1: { value: "see", bold: true, fill: "#D9E1F2", horizontal: "Right", wrap: true, fontSize: 14 },
        B2: { value: "", bottom: "Double Thin #000000" },
      },
      validations: [{ area: "D1:D3" }],
    });
  });

  it.each([
    ["a colour that is none", "reddish"],
    ["an alignment that is none", "Middle"],
  ])("refuses %s", async (_, value) => {
    const refused = host().Excel.run(async (context) => {
      const { format } = rangeAt(context, "A1");
      if (value === "Middle") format.horizontalAlignment = value as "Center";
      else format.fill.color = value;
      await context.sync();
    });
    expect(await codeOf(refused)).toBe("InvalidArgument");
  });

  it("is cleared in parts", async () => {
    await host().Excel.run(async (context) => {
      const range = rangeAt(context, "A1:A2");
      range.values = [[1], [2]];
      range.format.font.bold = true;
      rangeAt(context, "A1").clear("Contents");
      rangeAt(context, "A2").clear("Formats");
      await context.sync();
    });
    expect(host().snapshot().sheets[0]!.cells).toEqual({
      A1: { value: "", bold: true },
      A2: { value: 2 },
    });
  });

  it("gives and takes the looks of each cell", async () => {
    await host().Excel.run(async (context) => {
      const range = rangeAt(context, "A1:B1");
      rangeAt(context, "A1").format.font.bold = true;
      rangeAt(context, "B1").format.fill.color = "#00FF00";
      const looks = range.getCellProperties({
        format: { font: { bold: true }, fill: { color: true, pattern: true } },
      });
      await context.sync();
      expect(looks.value).toEqual([
        [
          { format: { font: { bold: true }, fill: { color: "#FFFFFF", pattern: "None" } } },
          { format: { font: { bold: false }, fill: { color: "#00FF00", pattern: "Solid" } } },
        ],
      ]);
      const before = host().snapshot();
      range.clear("Formats");
      range.setCellProperties(looks.value);
      await context.sync();
      expect(host().snapshot()).toEqual(before);
    });
  });

  it("takes one number format for all its cells", async () => {
    await host().Excel.run(async (context) => {
      rangeAt(context, "A1:B2").numberFormat = [["0.00"]];
      await context.sync();
    });
    expect((await read(host(), "A1:B2", "numberFormat")).numberFormat).toEqual([
      ["0.00", "0.00"],
      ["0.00", "0.00"],
    ]);
  });

  it("does not write into cells that a merged cell covers, nor cuts one in two", async () => {
    host().user.merge("Sheet1", "A1:B1");
    await write(host(), "A1:B1", [[1, 2]]);
    expect(host().snapshot().sheets[0]!.cells).toEqual({ A1: { value: 1 } });
    const cut = host().Excel.run(async (context) => {
      rangeAt(context, "A1:A1").insert("Down");
      await context.sync();
    });
    expect(await codeOf(cut)).toBe("MergedRangeConflict");
  });

  it("tells of a member that the host does not simulate", async () => {
    const shown = host().Excel.run(async (context) => {
      rangeAt(context, "A1").showCard();
      await context.sync();
    });
    expect(await codeOf(shown)).toBe("ApiNotFound");
    expect(host().unimplemented).toEqual(["Range.showCard"]);
  });

  it("may be one of several that are selected", async () => {
    host().user.select("Sheet1", "A1,C3:C4");
    await host().Excel.run(async (context) => {
      const selected = context.workbook.getSelectedRanges().load("address,areaCount");
      const ranges = context.workbook.worksheets.getFirst().getRanges("B1,B3").load("address");
      await context.sync();
      expect([selected.address, selected.areaCount]).toEqual(["Sheet1!A1,Sheet1!C3:C4", 2]);
      expect(ranges.address).toBe("Sheet1!B1,Sheet1!B3");
      context.workbook.getSelectedRange().load("address");
      expect(await codeOf(context.sync())).toBe("InvalidSelection");
    });
  });

  it("selects and is selected", async () => {
    host().user.select("Sheet1", "C3:D4");
    await host().Excel.run(async (context) => {
      const selected = context.workbook.getSelectedRange().load("address");
      const several = context.workbook.getSelectedRanges().load("address");
      const active = context.workbook.getActiveCell().load("address");
      rangeAt(context, "A5").select();
      await context.sync();
      expect([selected.address, several.address, active.address]).toEqual([
        "Sheet1!C3:D4",
        "Sheet1!C3:D4",
        "Sheet1!C3",
      ]);
    });
    expect(host().book.selectionOf(host().book.activeSheet)[0]).toMatchObject({ row: 4 });
  });
});
