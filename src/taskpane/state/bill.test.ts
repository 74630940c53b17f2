import { fakeServices } from "../../../test/pane/fakeServices";
import { sheetsView } from "../../../test/pane/fakeViews";
import type { PortResult, Work, WriteReceipt } from "../../workbook/port/port";
import { createBill } from "./createBill";

const protectedSheet = {
  code: "PROTECTED_SHEET" as const,
  message: "The sheet Invoices is protected.",
  at: { sheet: "Invoices", row: 0, column: 0 },
};

async function untilPreview(fake = fakeServices()) {
  const bill = createBill(fake.services);
  await bill.open();
  await bill.check();
  await bill.preview();
  return { bill, fake };
}

describe("the commands of a run", () => {
  it("lead from the sheets to written invoices, and back", async () => {
    const { bill } = await untilPreview();
    expect(bill.store.get().step).toBe("previewed");
    await bill.write();
    expect(bill.store.get()).toMatchObject({
      step: "done",
      run: { receipt: { sheets: [{ name: "Invoices" }, {}] } },
    });
    await bill.undo();
    expect(bill.store.get()).toMatchObject({ step: "sheets", book: { lastRun: undefined } });
  });

  it("undo the last run from any later screen, once", async () => {
    const undo = jest.fn(() => Promise.resolve({ ok: true as const, value: undefined }));
    const { bill } = await untilPreview(fakeServices({}, { undo }));
    await bill.write();
    await bill.open();
    await bill.check();
    await bill.undo();
    await bill.undo();
    expect(undo).toHaveBeenCalledTimes(1);
    expect(bill.store.get()).toMatchObject({ step: "sheets", book: { lastRun: undefined } });
  });

  it("end in a message above the screen when the workbook refuses", async () => {
    const { bill, fake } = await untilPreview();
    fake.port.failNext(protectedSheet);
    await bill.write();
    expect(bill.store.get()).toMatchObject({
      step: "failed",
      failure: protectedSheet,
      behind: { step: "previewed" },
    });
  });

  it("turn what the engine throws into a message", async () => {
    const refused = Object.assign(new Error("Choose a period."), {
      name: "SessionFailure",
      code: "NO_PERIOD",
    });
    const bill = createBill(fakeServices({ check: { view: () => Promise.reject(refused) } }).services);
    await bill.open();
    await bill.check();
    expect(bill.store.get()).toMatchObject({
      step: "failed",
      failure: { code: "NO_PERIOD", message: "Choose a period." },
    });
  });

  it("read the workbook again before a check of what was edited", async () => {
    const open = jest.fn(() => Promise.resolve(sheetsView));
    const fake = fakeServices({ sheets: { view: open } });
    const bill = createBill(fake.services);
    await bill.open();
    await bill.check();
    expect(open).toHaveBeenCalledTimes(1);
    fake.port.type("Usage");
    expect(bill.store.get()).toMatchObject({ book: { edited: "Usage" } });
    await bill.check();
    expect(open).toHaveBeenCalledTimes(2);
    expect(bill.store.get()).toMatchObject({ step: "checked", book: { edited: undefined } });
  });

  it("keep the chosen period over a new reading, and drop it where it is gone", async () => {
    const bill = createBill(fakeServices().services);
    await bill.open();
    bill.choose({ period: "2026-09" });
    await bill.open();
    expect(bill.store.get()).toMatchObject({ book: { choice: { period: "2026-09" } } });
    bill.choose({ period: "2025-01" });
    await bill.open();
    expect(bill.store.get()).toMatchObject({ book: { choice: { period: "2026-10" } } });
  });

  it("cancel a write within its own steps", async () => {
    let work: Work = {};
    let answer: (result: PortResult<WriteReceipt>) => void = () => undefined;
    const apply = (_plan: unknown, _before: unknown, given: Work = {}) => {
      work = given;
      return new Promise<PortResult<WriteReceipt>>((resolve) => {
        answer = resolve;
      });
    };
    const { bill } = await untilPreview(fakeServices({}, { apply }));
    const writing = bill.write();
    await new Promise((resolve) => setTimeout(resolve));
    work.onProgress?.({ what: "Writing Invoices", share: 0.5 });
    expect(bill.store.get()).toMatchObject({
      step: "writing",
      progress: { share: 0.5 },
      isCancelling: false,
    });
    expect(work.isCancelled?.()).toBe(false);
    bill.cancel();
    expect(work.isCancelled?.()).toBe(true);
    answer({ ok: false, failure: { code: "CANCELLED", message: "Cancelled." } });
    await writing;
    expect(bill.store.get()).toMatchObject({ step: "failed", failure: { code: "CANCELLED" } });
  });

  it("leave a reading that is cancelled at once, and stop the engine", async () => {
    const cancel = jest.fn();
    const bill = createBill(
      fakeServices({ check: { view: () => new Promise(() => undefined) }, cancel }).services,
    );
    await bill.open();
    void bill.check();
    bill.cancel();
    expect(bill.store.get().step).toBe("sheets");
    expect(cancel).toHaveBeenCalledTimes(1);
  });
});
