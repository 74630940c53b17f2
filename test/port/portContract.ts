import fc from "fast-check";
import {
  CellKind,
  type CellRef,
  type CellView,
  type PlannedSheet,
  type Snapshot,
  type WritePlan,
} from "../../src/core/api";
import { viewCell } from "../../src/core/schema/bind";
import type { WorkbookPort } from "../../src/workbook/port/port";
import { applyTo, cellsOf, noPlan, readBy, tablesOf } from "./books";
import { hostileText, longTexts } from "./hostileTexts";
import { monthPlan, monthsBook } from "../support/monthsBook";
import { billingPlan, formulasOf, readFile, starterBook, writtenFile } from "./officeBooks";

/** A workbook opened by an adapter, and what a test must do when it is done with it. */
export interface OpenedPort {
  readonly port: WorkbookPort;
  close(): Promise<void>;
}

function textAt(book: Snapshot, { sheet, row, column }: CellRef): string {
  const grid = book.grids.find((candidate) => candidate.sheet === sheet)!;
  const { text, number } = viewCell(grid, row, column);
  return text || String(number);
}

const sheetsOf = (book: Snapshot) => book.grids.map(({ sheet }) => sheet);
const at = (sheet: string, row: number, column: number) => ({ sheet, row, column });

/** A sheet of one column of texts, as a document to print or as a table. */
function sheetOfTexts(name: string, texts: readonly string[], as: "page" | "table"): PlannedSheet {
  const rows = [name, ...texts].map((value) => [{ value }]);
  return as === "page"
    ? { name, rows, widths: [20], page: { orientation: "portrait" } }
    : { name, rows, widths: [20], table: { name: "Texts", headerRow: 0, columns: [name] } };
}

/** Texts that a file holds without escapes: those of inline strings exceljs, which opens files for the tests, leaves. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const isUnescaped = (text: string) => !/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}|_x/u.test(text);

/** Whether a cell shows a text; of one that is too long, all but the last two characters must be there. */
const shows = ({ kind, text }: CellView, written: string) =>
  kind === CellKind.text && written.startsWith(text) && text.length >= Math.min(written.length, 32_765);

/** What every adapter of the workbook port does, whatever is behind it. */
export function describePort(name: string, open: (file: Uint8Array) => Promise<OpenedPort>): void {
  describe(`the workbook port of ${name}`, () => {
    let opened: OpenedPort;
    let port: WorkbookPort;
    beforeEach(async () => {
      opened = await open(starterBook());
      port = opened.port;
    });
    afterEach(() => opened.close());

    it("reads every sheet and table", async () => {
      const book = await readBy(port);
      expect(sheetsOf(book)).toContain("Usage");
      expect(book.tables.map((table) => table.name)).toContain("Usage");
    });

    it("carries out a plan and takes it back", async () => {
      const before = await readBy(port);
      const written = await applyTo(port, billingPlan);
      expect(written.sheets).toContainEqual({ name: "Invoices", action: "created" });
      expect(sheetsOf(await readBy(port))).toContain("Invoices");
      expect(await port.undo(written)).toEqual({ ok: true, value: undefined });
      expect(await readBy(port)).toEqual(before);
    });

    it("adds a month below the one before, as the file of the command line has it, and takes it back", async () => {
      const months = await open(monthsBook);
      const first = monthPlan(await readBy(months.port), "2026-09");
      await applyTo(months.port, () => first);
      const before = await readBy(months.port);
      const plan = monthPlan(before, "2026-10");
      expect(plan.appended.map(({ sheet, firstRow }) => [sheet, firstRow])).toEqual([
        ["Invoices", 3],
        ["Invoice lines", 3],
      ]);
      const written = await applyTo(months.port, () => plan);
      const after = await readBy(months.port);
      const file = await readFile(writtenFile(writtenFile(monthsBook, first), plan));
      // An adapter may calculate, and what it does not calculate is none of this test.
      const leftAside = new Set([...formulasOf(first).keys(), ...formulasOf(plan).keys()]);
      expect(cellsOf(after, leftAside)).toEqual(cellsOf(file, leftAside));
      expect(tablesOf(after)).toEqual(tablesOf(file));
      expect(await months.port.undo(written)).toEqual({ ok: true, value: undefined });
      expect(cellsOf(await readBy(months.port), leftAside)).toEqual(cellsOf(before, leftAside));
      await months.close();
    });

    it("tells the formulas of a sheet, or that it keeps none", async () => {
      await applyTo(port, billingPlan);
      const read = await port.formulas("Invoices");
      if (!read.ok) throw new Error(read.failure.message);
      const texts = [...(read.value ?? [])]
        .filter(([cell]) => cell.startsWith("1,"))
        .map(([, { text }]) => text);
      if (read.value) expect(texts).toContainEqual(expect.stringContaining("SUMIFS("));
      else expect(await readBy(port)).toBeDefined();
    });

    it("refuses a plan made from another state of the workbook", async () => {
      const before = await readBy(port);
      const plan = billingPlan(before);
      await port.edit([{ at: at("Usage", 1, 0), value: "CT-9999" }]);
      const edited = await readBy(port);
      expect(await port.apply(plan, before)).toMatchObject({
        ok: false,
        failure: { code: "CHANGED", at: { sheet: "Usage" } },
      });
      expect(await readBy(port)).toEqual(edited);
    });

    it("tells the second of two who billed at once who was first, and when", async () => {
      const before = await readBy(port);
      await applyTo(port, billingPlan);
      const first = await readBy(port);
      const refused = await port.apply(billingPlan(before), before);
      expect(refused).toMatchObject({ ok: false, failure: { code: "CHANGED" } });
      expect(refused.ok ? "" : refused.failure.message).toMatch(
        /^A\. Clerk was first: bill RUN-1 on 2026-10-31 12:00:00\. Nothing of yours was written/,
      );
      expect(await readBy(port)).toEqual(first);
    });

    it("does not undo a write when another came after it", async () => {
      const written = await applyTo(port, billingPlan);
      await port.edit([{ at: at("Invoices", 1, 0), value: "INV-1" }]);
      const edited = await readBy(port);
      expect(await port.undo(written)).toMatchObject({ ok: false, failure: { code: "EDITED_SINCE" } });
      expect(await readBy(port)).toEqual(edited);
    });

    it("is cancelled with the workbook as it was", async () => {
      const before = await readBy(port);
      const written = await port.apply(billingPlan(before), before, { isCancelled: () => true });
      expect(written).toMatchObject({ ok: false, failure: { code: "CANCELLED" } });
      expect(await readBy(port)).toEqual(before);
    });

    it("tells how far it is, from 0 to 1", async () => {
      const before = await readBy(port);
      const shares: number[] = [];
      await port.apply(billingPlan(before), before, { onProgress: ({ share }) => shares.push(share) });
      expect(shares.length).toBeGreaterThan(1);
      for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
    });

    it("edits single cells, those that are blank too, as the text that they are given", async () => {
      const filled = at("Usage", 1, 0);
      const blank = at("Usage", 40, 2);
      const values = ["=1+1", "00123", "1/2/2026", "TRUE", "'quoted"];
      for (const value of values) {
        expect(await port.edit([filled, blank].map((target) => ({ at: target, value })))).toMatchObject({
          ok: true,
        });
        const book = await readBy(port);
        expect([textAt(book, filled), textAt(book, blank)]).toEqual([value, value]);
      }
    });

    it("clears a cell that is given an empty text", async () => {
      await port.edit([{ at: at("Usage", 1, 0), value: "" }]);
      const usage = (await readBy(port)).grids.find(({ sheet }) => sheet === "Usage")!;
      expect(viewCell(usage, 1, 0).kind).toBe(0);
    });

    it("says which sheet is missing, and writes nothing of a plan that needs it", async () => {
      const before = await readBy(port);
      const edits = [
        { at: at("Usage", 1, 0), value: "CT-1" },
        { at: at("Nowhere", 0, 0), value: 1 },
      ];
      const appended = [{ sheet: "Nowhere", firstRow: 3, rows: [[{ value: 1 }]] }];
      const tried = [
        await port.edit(edits),
        await port.apply({ ...noPlan, edits }, before),
        await port.apply({ ...noPlan, appended }, before),
      ];
      for (const answer of tried) {
        expect(answer).toMatchObject({ ok: false, failure: { code: "MISSING" } });
        if (!answer.ok) expect(answer.failure.message).toContain("Nowhere");
      }
      expect(await readBy(port)).toEqual(before);
    });

    it("shows cells, and the first is then the active one", async () => {
      const cells = [3, 4].map((row) => at("Usage", row, 2));
      expect(await port.reveal(cells)).toMatchObject({ ok: true });
      expect(await port.activeCell()).toEqual({ ok: true, value: cells[0] });
    });

    it("puts a formula into the active cell, or says that it cannot", async () => {
      const cell = at("Usage", 30, 8);
      await port.reveal([cell]);
      const inserted = await port.insertFormula("=SUM(1,2)");
      if (inserted.ok) expect(inserted.value).toEqual(cell);
      else expect(inserted.failure.code).toBe("NOT_SUPPORTED");
    });

    it("adds rows below a table, which grows over them, and takes them back", async () => {
      const before = await readBy(port);
      const table = before.tables.find((candidate) => candidate.name === "Usage")!;
      const rows = [["CT-1", "added"].map((value) => ({ value })), [null, { value: "=2" }]];
      const added = await applyTo(port, () => ({
        ...noPlan,
        appended: [{ sheet: "Usage", firstRow: table.lastRow + 1, rows }],
      }));
      const after = await readBy(port);
      expect(after.tables).toContainEqual({ ...table, lastRow: table.lastRow + 2 });
      expect(textAt(after, at("Usage", table.lastRow + 1, 1))).toBe("added");
      expect(textAt(after, at("Usage", table.lastRow + 2, 1))).toBe("=2");
      expect(await port.undo(added)).toMatchObject({ ok: true });
      expect(await readBy(port)).toEqual(before);
    });

    it("writes a sheet again in its place, without anything of what stood there, and takes sheets away", async () => {
      const texts = (count: number) => Array.from({ length: count }, (_, index) => `row ${String(index)}`);
      const wide = (name: string) => ({
        ...sheetOfTexts(name, [], "page"),
        rows: texts(9).map((value) => [{ value }, { value: "beside" }]),
      });
      await applyTo(port, () => ({ ...noPlan, sheets: [wide("First"), wide("Second"), wide("Third")] }));
      const written = await applyTo(port, () => ({
        ...noPlan,
        sheets: [sheetOfTexts("FIRST", texts(2), "page")],
        removedSheets: ["second"],
      }));
      expect(written.sheets).toEqual([
        { name: "FIRST", action: "changed" },
        { name: "second", action: "removed" },
      ]);
      const after = await readBy(port);
      expect(sheetsOf(after).slice(-2)).toEqual(["First", "Third"]);
      const first = after.grids.filter(({ sheet }) => sheet === "First");
      expect(Object.keys(cellsOf({ ...after, grids: first }))).toEqual(["First!A1", "First!A2", "First!A3"]);
    });

    it("takes the sheets of a second run in place, with the columns that people added beside them", async () => {
      await applyTo(port, billingPlan);
      const first = await readBy(port);
      const column = first.grids.find(({ sheet }) => sheet === "Invoices")!.columns.length;
      // Row 1 is the draft that changes; notes beside a draft go with it.
      const notes = [
        { at: at("Invoices", 0, column), value: "Own note" },
        { at: at("Invoices", 2, column), value: "=call them" },
      ];
      await port.edit([...notes, { at: at("Usage", 1, 5), value: 1_234_567 }]);
      const again = await applyTo(port, billingPlan);
      expect(again.sheets).toContainEqual({ name: "Invoices", action: "changed" });
      const after = await readBy(port);
      expect(notes.map((note) => textAt(after, note.at))).toEqual(notes.map(({ value }) => value));
      // Its sheets and tables are in their places, and none is there twice.
      expect(sheetsOf(after)).toEqual(sheetsOf(first));
      const tableNames = (book: Snapshot) => tablesOf(book).map(({ name }) => name);
      expect(tableNames(after)).toEqual(tableNames(first));
    });

    it("takes sheets of any name that Excel allows, as pages and as tables, and links to them", async () => {
      const before = await readBy(port);
      const names = ["D'Alsace & «Cie» <1>", "📈 Größe", "x".repeat(31), "2026-10", "R1C1", "TRUE", "a!b"];
      const link = at(names[0]!, 1, 0);
      const pages = names.map((sheetName) => sheetOfTexts(sheetName, ["text"], "page"));
      const table = sheetOfTexts("It's 'quoted'.", ["text"], "table");
      const linked = { ...table, rows: [...table.rows, [{ value: "go", link }]] };
      const written = await applyTo(port, () => ({ ...noPlan, sheets: [...pages, linked] }));
      expect(sheetsOf(await readBy(port)).sort()).toEqual([...sheetsOf(before), ...names, table.name].sort());
      for (const taken of [...names, table.name])
        expect(await port.reveal([at(taken, 1, 0)])).toMatchObject({ ok: true });
      expect(await port.undo(written)).toMatchObject({ ok: true });
      expect(await readBy(port)).toEqual(before);
    });

    it("leaves every text a text, whatever it starts with, in sheets, rows and cells", async () => {
      const texts = [...fc.sample(hostileText, { seed: 2026, numRuns: 400 }), ...longTexts];
      const usage = (await readBy(port)).tables.find((table) => table.name === "Usage")!;
      const firstRow = usage.lastRow + 1;
      const plan: WritePlan = {
        ...noPlan,
        sheets: [
          sheetOfTexts("Page", texts.filter(isUnescaped), "page"),
          sheetOfTexts("Table", texts, "table"),
        ],
        appended: [{ sheet: "Usage", firstRow, rows: texts.map((value) => [{ value }]) }],
        edits: texts.map((value, row) => ({ at: at("Contracts", row + 1, 40), value })),
      };
      const written = await applyTo(port, () => plan);
      const book = await readBy(port);
      const lost = (written: readonly string[], { sheet, row: first, column }: CellRef) => {
        const grid = book.grids.find((candidate) => candidate.sheet === sheet)!;
        return written.filter((text, row) => !shows(viewCell(grid, first + row, column), text));
      };
      expect(lost(texts.filter(isUnescaped), at("Page", 1, 0))).toEqual([]);
      for (const first of [at("Table", 1, 0), at("Usage", firstRow, 0), at("Contracts", 1, 40)])
        expect({ first, lost: lost(texts, first) }).toEqual({ first, lost: [] });
      expect(await port.undo(written)).toMatchObject({ ok: true });
    });
  });
}
