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
