import type { PlannedSheet, WritePlan } from "../../src/core/api";
import { readBy } from "./books";
import { starterBook } from "./officeBooks";
import { freshOfficePerTest, written } from "./openedOffice";

const open = freshOfficePerTest();

const register = (changes: Partial<PlannedSheet>): WritePlan => ({
  sheets: [
    {
      name: "Register",
      rows: [["No", "Reason", "Seal"], ["1"]].map((row) => row.map((value) => ({ value }))),
      widths: [10, 12, 14],
      table: { name: "Register", headerRow: 0, columns: ["No", "Reason", "Seal"] },
      ...changes,
    },
  ],
  removedSheets: [],
  appended: [],
});

describe("columns that say nothing yet", () => {
  it("are hidden in a new table, and shown again in the one that stands once they have a value", async () => {
    const { host, port } = await open(starterBook());
    const hidden = () =>
      host.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Register");
        const columns = [0, 1, 2].map((column) =>
          sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().load("columnHidden"),
        );
        await context.sync();
        return columns.map(({ columnHidden }) => columnHidden);
      });
    await written(port.apply(register({ hiddenColumns: [1, 2] }), await readBy(port)));
    expect(await hidden()).toEqual([false, true, true]);
    await written(port.apply(register({ hiddenColumns: [2], revealedColumns: [1] }), await readBy(port)));
    expect(await hidden()).toEqual([false, false, true]);
  });
});
