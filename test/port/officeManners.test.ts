import { applyTo, readBy } from "./books";
import { billingPlan, starterBook } from "./officeBooks";
import { freshOfficePerTest, type OpenedOffice } from "./openedOffice";

const open = freshOfficePerTest();

/** Round trips that something costs. */
async function tripsOf({ host }: OpenedOffice, act: () => Promise<unknown>): Promise<number> {
  host.resetCounters();
  expect(await act()).toMatchObject({ ok: true });
  return host.roundTrips;
}

describe("edits that the pane hears of", () => {
  it("are those of the person at this screen, not of colleagues and not its own", async () => {
    const { host, port } = await open(starterBook());
    const first = new Promise<string>((resolve) => port.onEdit(resolve));
    await host.settle();
    host.colleague.edit("Prices", "A2", "P-9");
    await host.settle();
    await port.edit([{ at: { sheet: "Contracts", row: 1, column: 0 }, value: "CT-9" }]);
    await host.settle();
    host.user.edit("Usage", "A2", "CT-1");
    expect(await first).toBe("Usage");
  });
});

describe("Excel's own Undo", () => {
  const optionsOf = async (version: string): Promise<readonly Excel.RunOptions[]> => {
    const { host, port } = await open(starterBook(), { requirementSets: { ExcelApi: version } });
    const asked: Excel.RunOptions[] = [];
    const run = host.Excel.run.bind(host.Excel) as (...given: readonly unknown[]) => Promise<unknown>;
    const spy = jest.spyOn(host.Excel, "run").mockImplementation(((...given: readonly unknown[]) => {
      asked.push(given[0] as Excel.RunOptions);
      return run(...given);
    }) as never);
    await port.activeCell();
    await port.edit([{ at: { sheet: "Contracts", row: 1, column: 0 }, value: "CT-9" }]);
    spy.mockRestore();
    return asked;
  };

  it("takes a write back as one entry where Excel can group it, and is not asked for it elsewhere", async () => {
    expect(await optionsOf("1.20")).toEqual([
      { delayForCellEdit: true },
      { delayForCellEdit: true, mergeUndoGroup: true },
    ]);
    expect(await optionsOf("1.17")).toEqual([{ delayForCellEdit: true }, { delayForCellEdit: true }]);
  });
});

describe("a sheet that is written again", () => {
  it("keeps its conditional formats, and the formulas of other sheets that name it", async () => {
    const { host, port } = await open(starterBook());
    await applyTo(port, billingPlan);
    host.user.formatByCondition("Invoices");
    host.user.edit("Customers", "Z1", "=SUM(Invoices!N:N)");
    host.user.edit("Usage", "D2", 7);
    const receipt = await applyTo(port, billingPlan);
    expect(receipt.sheets).toContainEqual({ name: "Invoices", action: "changed" });
    await port.undo(receipt);
    await host.Excel.run(async (context) => {
      const count = context.workbook.worksheets
        .getItem("Invoices")
        .getRange("N2:N9")
        .conditionalFormats.getCount();
      const cell = context.workbook.worksheets.getItem("Customers").getRange("Z1").load("formulas");
      await context.sync();
      expect([count.value, cell.formulas]).toEqual([1, [["=SUM(Invoices!N:N)"]]]);
    });
  });
});

describe("round trips", () => {
  it("are few for every small command", async () => {
    const opened = await open(starterBook());
    const { port } = opened;
    const cells = Array.from({ length: 500 }, (_, row) => ({ sheet: "Usage", row: 2 * row + 1, column: 3 }));
    const edits = cells.map((at) => ({ at, value: 1 }));
    expect(await tripsOf(opened, () => port.reveal(cells))).toBeLessThanOrEqual(2);
    expect(await tripsOf(opened, () => port.activeCell())).toBeLessThanOrEqual(1);
    expect(await tripsOf(opened, () => port.insertFormula("=1+1"))).toBeLessThanOrEqual(1);
    expect(await tripsOf(opened, () => port.edit(edits))).toBeLessThanOrEqual(6);
  });

  it("do not grow with the sheets of a run that is undone", async () => {
    const opened = await open(starterBook());
    const { port } = opened;
    const receipt = await applyTo(port, billingPlan);
    expect(receipt.sheets.length).toBeGreaterThan(6);
    const reading = await tripsOf(opened, () => port.read());
    expect(await tripsOf(opened, () => port.undo(receipt))).toBeLessThanOrEqual(reading + 4);
    expect((await readBy(port)).grids.map(({ sheet }) => sheet)).not.toContain("Invoices");
  });
});
