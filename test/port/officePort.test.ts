import type { OfficeHost } from "../../simulatedExcel";
import { cellsOf, readBy, tablesOf } from "./books";
import { billingPlan, formulasOf, readFile, starterBook, writtenFile } from "./officeBooks";
import { freshOfficePerTest, written } from "./openedOffice";
import { describePort } from "./portContract";

const open = freshOfficePerTest();

describePort("Excel", async (file) => {
  const { host, port } = await open(file);
  return { port, close: () => Promise.resolve(expect(host.unimplemented).toEqual([])) };
});

/** A sheet of figures, typed in by Office.js itself: a file of this size takes the host long to open. */
async function typeRows({ Excel }: OfficeHost, sheet: string, rows: number, columns: number): Promise<void> {
  await Excel.run(async (context) => {
    const target = context.workbook.worksheets.getItem(sheet);
    for (let first = 0; first < rows; first += 20_000) {
      const block = Array.from({ length: Math.min(20_000, rows - first) }, (_, row) =>
        Array.from({ length: columns }, (_cell, column) =>
          column % 3 === 0 ? `Meter ${String(row % 500)}` : row + column / 4,
        ),
      );
      target.getRangeByIndexes(first, 0, block.length, columns).values = block;
      await context.sync();
    }
  });
}

describe("reading through Office.js", () => {
  it("gives what the file reader gives, cell by cell and table by table", async () => {
    const file = starterBook();
    const { snapshot } = await open(file);
    const expected = await readFile(file);
    expect(cellsOf(snapshot)).toEqual(cellsOf(expected));
    expect(tablesOf(snapshot)).toEqual(tablesOf(expected));
  });

  it("reads 40,000 rows of six columns in at most 8 round trips, no answer over 2 MB", async () => {
    const { host, port } = await open(starterBook());
    await typeRows(host, "Usage", 40_000, 6);
    host.resetCounters();
    const snapshot = await readBy(port);
    expect(snapshot.grids.find(({ sheet }) => sheet === "Usage")!.rowCount).toBe(40_000);
    expect(host.roundTrips).toBeLessThanOrEqual(8);
    expect(Math.max(...host.requests.map(({ bytesIn }) => bytesIn))).toBeLessThan(2_000_000);
  });

  it("stops when it is cancelled", async () => {
    const { port } = await open(starterBook());
    expect(await port.read({ isCancelled: () => true })).toMatchObject({
      ok: false,
      failure: { code: "CANCELLED" },
    });
  });
});

describe("writing through Office.js", () => {
  it("lets Excel draw and calculate only once all is written", async () => {
    const { host, port, snapshot } = await open(starterBook());
    host.resetCounters();
    expect(await port.apply(billingPlan(snapshot), snapshot)).toMatchObject({ ok: true });
    const writing = host.requests.filter(({ cellsWritten }) => cellsWritten > 0);
    expect(writing.length).toBeGreaterThan(0);
    expect(writing.filter(({ suspended }) => !suspended)).toEqual([]);
  });

  it("writes what the command line writes, cell by cell", async () => {
    const file = starterBook();
    const { host, port, snapshot } = await open(file);
    const plan = billingPlan(snapshot);
    expect(await port.apply(plan, snapshot)).toMatchObject({ ok: true });
    const formulas = formulasOf(plan);
    const leftAside = new Set(formulas.keys());
    const expected = await readFile(writtenFile(file, plan));
    expect(cellsOf(await readBy(port), leftAside)).toEqual(cellsOf(expected, leftAside));
    const sheets = new Map(host.snapshot().sheets.map((sheet) => [sheet.name, sheet]));
    for (const [cell, formula] of formulas) {
      const [name = "", address = ""] = cell.split("!");
      expect({
        cell,
        formula: (sheets.get(name)?.cells[address] as { formula?: string } | undefined)?.formula,
      }).toEqual({ cell, formula });
    }
  });

  it("names the sheet that somebody has edited since, and undoes nothing", async () => {
    const { host, port, snapshot } = await open(starterBook());
    const receipt = await written(port.apply(billingPlan(snapshot), snapshot));
    host.user.edit("Invoices", "A2", "INV-1");
    const edited = host.snapshot();
    const undone = await port.undo(receipt);
    expect(undone).toMatchObject({ ok: false, failure: { code: "EDITED_SINCE", at: { sheet: "Invoices" } } });
    expect(host.snapshot()).toEqual(edited);
  });

  it("adds no sheet to a workbook whose structure is protected", async () => {
    const { host, port, snapshot } = await open(starterBook());
    host.user.protectWorkbook();
    expect(await port.apply(billingPlan(snapshot), snapshot)).toMatchObject({
      ok: false,
      failure: { code: "PROTECTED_WORKBOOK" },
    });
  });

  it("waits for a cell that is being edited", async () => {
    const { host, port } = await open(starterBook());
    host.enterCell();
    const reading = port.read();
    host.leaveCell();
    expect(await reading).toMatchObject({ ok: true });
  });

  it("writes 5,000 invoice lines in at most 10 round trips, no request over 2 MB", async () => {
    const { host, port, snapshot } = await open(starterBook());
    const plan = billingPlan(snapshot);
    const many = plan.sheets.map((sheet) =>
      sheet.name === "Invoice lines"
        ? {
            ...sheet,
            rows: [sheet.rows[0]!, ...Array.from({ length: 5000 }, (_, row) => sheet.rows[1 + (row % 8)]!)],
          }
        : sheet,
    );
    host.resetCounters();
    expect(await port.apply({ ...plan, sheets: many }, snapshot)).toMatchObject({ ok: true });
    expect(Math.max(...host.requests.map(({ bytesOut }) => bytesOut))).toBeLessThan(2_000_000);
    const writing = host.requests.filter(({ cellsWritten }) => cellsWritten > 0);
    expect(writing.length).toBeLessThanOrEqual(10);
  });

  it("leaves the workbook as it was, whichever round trip fails and wherever", async () => {
    const { host, port, snapshot } = await open(starterBook());
    const plan = billingPlan(snapshot);
    const before = host.snapshot();
    host.resetCounters();
    const receipt = await port.apply(plan, snapshot);
    if (!receipt.ok) throw new Error(receipt.failure.message);
    const trips = host.roundTrips;
    expect(await port.undo(receipt.value)).toEqual({ ok: true, value: undefined });
    expect(host.snapshot()).toEqual(before);
    for (let trip = 1; trip <= trips; trip++) {
      // Before a round trip does anything and in the middle of it, by turns.
      const where = trip % 2 === 0 ? {} : { afterActions: 40 };
      host.failAt(trip, "GeneralException", where);
      const written = await port.apply(plan, snapshot);
      const left = written.ok ? [] : (written.failure.left ?? []);
      if (written.ok) await port.undo(written.value);
      expect({ trip, where, left, book: host.snapshot() }).toEqual({ trip, where, left: [], book: before });
    }
  });

  it("leaves the workbook as it was when it is cancelled at any step", async () => {
    const { host, port, snapshot } = await open(starterBook());
    const plan = billingPlan(snapshot);
    const before = host.snapshot();
    for (let step = 1; step < 30; step++) {
      let asked = 0;
      const written = await port.apply(plan, snapshot, { isCancelled: () => ++asked >= step });
      if (written.ok) break;
      expect(written.failure.code).toBe("CANCELLED");
      expect({ step, book: host.snapshot() }).toEqual({ step, book: before });
    }
  });
});
