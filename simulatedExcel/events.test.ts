import { freshHostPerTest } from "./hostForTests";
import { rangeAt, setValues, write } from "./testHost";

const host = freshHostPerTest();

/** What events have in common, as far as the tests look at it. */
interface ChangedEvent {
  readonly type: string;
  readonly source?: string;
  readonly triggerSource?: string;
  readonly changeType?: string;
  readonly address?: string;
  getRange?(context: Excel.RequestContext): Excel.Range;
}

/** Listens to a sheet, a table and the collections; events end up in the list. */
async function listen(): Promise<ChangedEvent[]> {
  const heard: ChangedEvent[] = [];
  const hear = async (event: ChangedEvent): Promise<void> => {
    heard.push(event);
    return Promise.resolve();
  };
  await host().Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    worksheets.getFirst().onChanged.add(hear);
    worksheets.getFirst().onSelectionChanged.add(hear);
    worksheets.onActivated.add(hear);
    tables.onChanged.add(hear);
    await context.sync();
  });
  return heard;
}

describe("events", () => {
  it("tell of what the user, a colleague and the add-in change", async () => {
    const heard = await listen();
    host().user.edit("Sheet1", "B2", 5);
    host().colleague.edit("Sheet1", "B3", "x");
    await host().settle();
    await write(host(), "B4", 1);
    await host().settle();
    expect(heard.map(({ source, triggerSource, address }) => [source, triggerSource, address])).toEqual([
      ["Local", "Unknown", "B2"],
      ["Remote", "Unknown", "B3"],
      ["Local", "ThisLocalAddin", "B4"],
    ]);
    expect(heard[0]).toMatchObject({ type: "WorksheetChanged", changeType: "RangeEdited" });
  });

  it("give the range that changed", async () => {
    const heard = await listen();
    host().user.edit("Sheet1", "C2:C3", 5);
    await host().settle();
    await host().Excel.run(async (context) => {
      const range = heard[0]!.getRange!(context).load("address,values");
      await context.sync();
      expect([range.address, range.values]).toEqual(["Sheet1!C2:C3", [[5], [5]]]);
    });
  });

  it("tell of tables, rows, selections and activations", async () => {
    await write(host(), "A1:A2", [["Head"], [1]]);
    await host().Excel.run(async (context) => {
      context.workbook.tables.add("A1:A2", true);
      await context.sync();
    });
    await host().settle();
    const heard = await listen();
    host().user.edit("Sheet1", "A2", 2);
    host().user.insertRows("Sheet1", 5, 2);
    host().user.select("Sheet1", "A2");
    host().user.addSheet("Other");
    host().user.activate("Other");
    await host().settle();
    expect(heard.map(({ type, changeType, address }) => [type, changeType, address])).toEqual([
      ["WorksheetChanged", "RangeEdited", "A2"],
      ["TableChanged", "RangeEdited", "A2"],
      ["WorksheetChanged", "RowInserted", "5:6"],
      ["WorksheetSelectionChanged", undefined, "A2"],
      ["WorksheetActivated", undefined, undefined],
    ]);
  });

  it("stop when they are no longer wanted, or switched off", async () => {
    let count = 0;
    await host().Excel.run(async (context) => {
      const registered = context.workbook.worksheets.getFirst().onChanged.add(async () => {
        count++;
        return Promise.resolve();
      });
      await context.sync();
      host().user.edit("Sheet1", "A1", 1);
      await host().settle();
      context.runtime.enableEvents = false;
      setValues(rangeAt(context, "A1"), 2);
      context.runtime.enableEvents = true;
      await context.sync();
      await host().settle();
      registered.remove();
      await registered.context.sync();
    });
    host().user.edit("Sheet1", "A1", 3);
    await host().settle();
    expect(count).toBe(1);
  });
});
