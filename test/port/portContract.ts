import type { CellRef, Snapshot } from "../../src/core/api";
import { viewCell } from "../../src/core/schema/bind";
import type { WorkbookPort } from "../../src/workbook/port";
import { billingPlan, starterBook } from "./officeBooks";

/** A workbook opened by an adapter, and what a test must do when it is done with it. */
export interface OpenedPort {
  readonly port: WorkbookPort;
  close(): Promise<void>;
}

async function readBy(port: WorkbookPort): Promise<Snapshot> {
  const read = await port.read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

function textAt(book: Snapshot, { sheet, row, column }: CellRef): string {
  const grid = book.grids.find((each) => each.sheet === sheet)!;
  const { text, number } = viewCell(grid, row, column);
  return text || String(number);
}

const sheetsOf = (book: Snapshot) => book.grids.map(({ sheet }) => sheet);

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
      const written = await port.apply(billingPlan(before), before);
      if (!written.ok) throw new Error(written.failure.message);
      expect(written.value.sheets).toContainEqual({ name: "Invoices", action: "created" });
      expect(sheetsOf(await readBy(port))).toContain("Invoices");
      expect(await port.undo(written.value)).toEqual({ ok: true, value: undefined });
      expect(await readBy(port)).toEqual(before);
    });

    it("refuses a plan made from another state of the workbook", async () => {
      const before = await readBy(port);
      const plan = billingPlan(before);
      await port.edit([{ at: { sheet: "Usage", row: 1, column: 0 }, value: "CT-9999" }]);
      expect(await port.apply(plan, before)).toMatchObject({ ok: false, failure: { code: "CHANGED" } });
      expect(sheetsOf(await readBy(port))).toEqual(sheetsOf(before));
    });

    it("does not undo a write when another came after it", async () => {
      const before = await readBy(port);
      const written = await port.apply(billingPlan(before), before);
      if (!written.ok) throw new Error(written.failure.message);
      await port.edit([{ at: { sheet: "Invoices", row: 1, column: 0 }, value: "INV-1" }]);
      expect(await port.undo(written.value)).toMatchObject({ ok: false, failure: { code: "EDITED_SINCE" } });
      expect(sheetsOf(await readBy(port))).toContain("Invoices");
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
      const filled = { sheet: "Usage", row: 1, column: 0 };
      const blank = { sheet: "Usage", row: 40, column: 2 };
      const values = ["=1+1", "00123", "1/2/2026", "TRUE", "'quoted"];
      for (const value of values) {
        expect(await port.edit([filled, blank].map((at) => ({ at, value })))).toMatchObject({ ok: true });
        const book = await readBy(port);
        expect([textAt(book, filled), textAt(book, blank)]).toEqual([value, value]);
      }
    });

    it("says which sheet is missing", async () => {
      const edited = await port.edit([{ at: { sheet: "Nowhere", row: 0, column: 0 }, value: 1 }]);
      expect(edited).toMatchObject({ ok: false, failure: { code: "MISSING" } });
      if (!edited.ok) expect(edited.failure.message).toContain("Nowhere");
    });

    it("shows cells, and the first is then the active one", async () => {
      const cells = [3, 4].map((row) => ({ sheet: "Usage", row, column: 2 }));
      expect(await port.reveal(cells)).toMatchObject({ ok: true });
      expect(await port.activeCell()).toEqual({ ok: true, value: cells[0] });
    });
  });
}
