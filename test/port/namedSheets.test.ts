import type { Snapshot } from "../../src/core/api";
import type { ViewOf } from "../../src/taskpane/client/sessionClient";
import { byDefault, previewOf, sessionOf } from "../pane/sessionBooks";
import { FilePort } from "../../src/workbook/file/filePort";
import { OfficePort } from "../../src/workbook/officejs/officePort";
import type { WorkbookPort } from "../../src/workbook/port/port";
import { openOfficeHost } from "../../simulatedExcel";
import { applyTo, cellsOf, noPlan, readBy } from "./books";
import { starterBook } from "./officeBooks";

const ofOthers = (book: Snapshot, { writes }: ViewOf<"preview">) => {
  const named = new Set(writes.map(({ sheet }) => sheet));
  return cellsOf({ ...book, grids: book.grids.filter(({ sheet }) => !named.has(sheet)) });
};

/** Previews, writes, edits usage and does both again; each write may change only what its preview named. */
async function expectNothingElseWritten(port: WorkbookPort): Promise<void> {
  await applyTo(port, () => ({
    ...noPlan,
    sheets: [{ name: "Somebody's own", rows: [[{ value: "=stays" }, { value: 1 }]], widths: [] }],
  }));
  for (const quantity of [100, 70_000]) {
    await port.edit([{ at: { sheet: "Usage", row: 1, column: 5 }, value: quantity }]);
    const before = await readBy(port);
    const session = sessionOf({ snapshot: before });
    const preview = previewOf(session, byDefault);
    const written = await port.apply(session.ask("preview", "plan", { at: "2026-10-31", user: "" }), before);
    if (!written.ok) throw new Error(written.failure.message);
    const after = await readBy(port);
    expect(ofOthers(after, preview)).toEqual(ofOthers(before, preview));
    expect(Object.keys(ofOthers(after, preview))).toContain("Somebody's own!A1");
    expect(written.value.sheets.map(({ name }) => name)).toEqual(preview.writes.map(({ sheet }) => sheet));
    for (const { sheet, rows } of preview.writes) {
      const grid = after.grids.find((candidate) => candidate.sheet === sheet);
      // A table has its header besides the rows that are told.
      expect(grid!.rowCount).toBeLessThanOrEqual(rows + 1);
    }
  }
}

it("a file is written on the sheets and rows that the preview names, and nowhere else", async () => {
  const opened = await FilePort.open("book.xlsx", starterBook());
  if (!opened.ok) throw new Error(opened.failure.message);
  await expectNothingElseWritten(opened.value);
});

it("Excel is written on the sheets and rows that the preview names, and nowhere else", async () => {
  const host = await openOfficeHost({ file: starterBook() });
  await expectNothingElseWritten(new OfficePort(host));
  await host.close();
});
