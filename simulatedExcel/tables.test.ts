import { freshHostPerTest } from "./hostForTests";
import { codeOf, rangeAt, read, write } from "./testHost";

const host = freshHostPerTest();

beforeEach(async () => {
  await write(host(), "B2:C4", [
    ["Customer", "Amount"],
    ["Acme", 10],
    ["Baltic", 20],
  ]);
  await withTable((table) => {
    table.name = "Invoices";
  });
  host().resetCounters();
});

async function withTable(act: (table: Excel.Table, context: Excel.RequestContext) => void): Promise<void> {
  await host().Excel.run(async (context) => {
    const { tables } = context.workbook;
    act(
      host().book.tables.length === 0 ? tables.add("Sheet1!B2:C4", true) : tables.getItem("Invoices"),
      context,
    );
    await context.sync();
  });
}

describe("a table", () => {
  it("is found by name and gives its parts", async () => {
    await host().Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("invoices");
      const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()];
      for (const part of parts) part.load("address");
      table.load("name,style,showFilterButton,autoFilter/isDataFiltered,worksheet/name");
      table.columns.load("items/name");
      const other = context.workbook.tables.getItemOrNullObject("Usage");
      await context.sync();
      expect(parts.map(({ address }) => address)).toEqual(["Sheet1!B2:C4", "Sheet1!B2:C2", "Sheet1!B3:C4"]);
      expect(table.columns.items.map(({ name }) => name)).toEqual(["Customer", "Amount"]);
      expect([table.style, table.showFilterButton, table.worksheet.name]).toEqual([
        "TableStyleMedium2",
        true,
        "Sheet1",
      ]);
      expect(table.autoFilter.isDataFiltered).toBe(false);
      expect(other.isNullObject).toBe(true);
    });
    expect(host().roundTrips).toBe(1);
  });

  it("grows by rows and moves what is below it", async () => {
    await write(host(), "B6", "below");
    await withTable((table) => {
      table.rows.add(undefined, [
        ["Cobalt", 30],
        ["Delta", 40],
      ]);
      table.rows.add(0, [["First", 0]]);
    });
    expect((await read(host(), "B2:C9", "values")).values).toEqual([
      ["Customer", "Amount"],
      ["First", 0],
      ["Acme", 10],
      ["Baltic", 20],
      ["Cobalt", 30],
      ["Delta", 40],
      ["", ""],
      ["below", ""],
    ]);
    expect(host().snapshot().sheets[0]!.tables).toMatchObject([{ name: "Invoices", area: "B2:C7" }]);
  });

  it("grows when values are written directly below it", async () => {
    await host().Excel.run(async (context) => {
      const body = context.workbook.tables.getItem("Invoices").getDataBodyRange();
      body.getRowsBelow(1).values = [["Cobalt", 30]];
      await context.sync();
    });
    expect(host().snapshot().sheets[0]!.tables).toMatchObject([{ area: "B2:C5" }]);
  });

  it("is resized where its header stays", async () => {
    await withTable((table) => {
      table.resize("B2:D9");
    });
    expect(host().snapshot().sheets[0]!.tables).toMatchObject([{ area: "B2:D9" }]);
    expect((await read(host(), "B2:D2", "values")).values).toEqual([["Customer", "Amount", "Column3"]]);
    const moved = withTable((table) => {
      table.resize("B3:C9");
    });
    expect(await codeOf(moved)).toBe("InvalidArgument");
  });

  it("has headers that are texts, none twice and none empty", async () => {
    await write(host(), "B2:C2", [["Amount", ""]]);
    expect((await read(host(), "B2:C2", "values")).values).toEqual([["Amount", "Column2"]]);
    await write(host(), "B2:C2", [["Amount", "amount"]]);
    expect((await read(host(), "B2:C2", "values")).values).toEqual([["Amount", "amount2"]]);
    await write(host(), "B2", 2026);
    expect((await read(host(), "B2", "valueTypes")).valueTypes).toEqual([["String"]]);
  });

  it.each(["two words", "T1", "1st", "R1C1", "", "dash-ed"])("cannot be called %p", async (name) => {
    const renamed = withTable((table) => {
      table.name = name;
    });
    expect(await codeOf(renamed)).toBe("InvalidArgument");
  });

  it("has a name of its own and does not lie on another", async () => {
    await write(host(), "F1:F2", [["x"], ["y"]]);
    const renamed = host().Excel.run(async (context) => {
      context.workbook.tables.add("F1:F2", true).name = "INVOICES";
      await context.sync();
    });
    expect(await codeOf(renamed)).toBe("ItemAlreadyExists");
    const overlapping = host().Excel.run(async (context) => {
      context.workbook.tables.add("Sheet1!C4:D6", true);
      await context.sync();
    });
    expect(await codeOf(overlapping)).toBe("InvalidArgument");
  });

  it("gets a row of headers where it has none", async () => {
    await write(host(), "F1:G2", [
      [1, 2],
      [3, 4],
    ]);
    await host().Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().tables.add("F1:G2", false);
      await context.sync();
    });
    expect((await read(host(), "F1:G3", "values")).values).toEqual([
      ["Column1", "Column2"],
      [1, 2],
      [3, 4],
    ]);
  });

  it("moves with rows that are inserted above, and takes in those within", async () => {
    host().user.insertRows("Sheet1", 1, 2);
    host().user.insertRows("Sheet1", 6, 1);
    expect(host().snapshot().sheets[0]!.tables).toMatchObject([{ area: "B4:C7" }]);
    const shifted = host().Excel.run(async (context) => {
      rangeAt(context, "B5").insert("Down");
      await context.sync();
    });
    expect(await codeOf(shifted)).toBe("InsertDeleteConflict");
  });

  it("goes with its cells when it is deleted", async () => {
    await withTable((table) => {
      table.delete();
    });
    expect(host().snapshot().sheets[0]).toMatchObject({ tables: [], cells: {} });
    expect(await codeOf(withTable(() => undefined))).toBe(undefined);
  });

  it("shows that it is filtered, and which rows are hidden", async () => {
    host().user.filter("Invoices", 0, [3]);
    await host().Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Invoices").load("autoFilter/isDataFiltered");
      const row = rangeAt(context, "B3").load("rowHidden");
      await context.sync();
      expect([table.autoFilter.isDataFiltered, row.rowHidden]).toEqual([true, true]);
    });
  });
});
