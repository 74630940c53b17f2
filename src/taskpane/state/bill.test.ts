import { fakeServices, servicesOver } from "../../../test/pane/fakeServices";
import { sheetsView } from "../../../test/pane/fakeViews";
import { bookOfSheets, newSession } from "../../../test/pane/sessionBooks";
import { cellsOf, readBy } from "../../../test/port/books";
import { MemoryPort } from "../../../test/port/memoryPort";
import type { PortResult, Work, WriteReceipt } from "../../workbook/port/port";
import { inlineClient } from "../client/inlineClient";
import { createBill } from "./createBill";

const protectedSheet = {
  code: "PROTECTED_SHEET" as const,
  message: "The sheet Invoices is protected.",
  at: { sheet: "Invoices", row: 0, column: 0 },
};

const edit = { at: { sheet: "Usage", row: 1, column: 3 }, value: 7 };
const gone = { ok: false, failure: { code: "MISSING", message: "A sheet is gone." } } as const;

async function untilSheets() {
  const fake = fakeServices();
  const bill = createBill(fake.services);
  await bill.open();
  return { bill, fake };
}

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
    const [october] = sheetsView.periods;
    const view = jest
      .fn(() => Promise.resolve(sheetsView))
      .mockResolvedValueOnce(sheetsView)
      .mockResolvedValueOnce(sheetsView)
      .mockResolvedValueOnce({ ...sheetsView, periods: [october!] });
    const bill = createBill(fakeServices({ sheets: { view } }).services);
    await bill.open();
    bill.choose({ period: "2026-09" });
    await bill.open();
    expect(bill.store.get()).toMatchObject({ book: { choice: { period: "2026-09" } } });
    await bill.open();
    expect(bill.store.get()).toMatchObject({ book: { choice: { period: "2026-10" } } });
  });

  it("keep a period that was typed, which no usage names", async () => {
    const bill = createBill(fakeServices().services);
    await bill.open();
    bill.choose({ period: "2025-01" });
    await bill.open();
    await bill.open();
    expect(bill.store.get()).toMatchObject({ book: { choice: { period: "2025-01" } } });
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
    work.onProgress?.({ activity: { kind: "writing", name: "Invoices" }, share: 0.5 });
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

  it("say that a change is written when only the reading after it fails", async () => {
    const { bill, fake } = await untilSheets();
    const read = jest.spyOn(fake.port, "read").mockResolvedValueOnce(gone);
    expect(await bill.change(() => Promise.resolve([edit]))).toBe(false);
    expect(read).toHaveBeenCalledTimes(1);
    expect(bill.store.get()).toMatchObject({
      step: "failed",
      failure: { ...gone.failure, after: "written" },
      behind: { step: "sheets", book: { edited: "Usage" } },
    });
  });

  it("say nothing of a change where the change itself fails, or there is none", async () => {
    const { bill, fake } = await untilSheets();
    fake.port.failNext(protectedSheet);
    await bill.change(() => Promise.resolve([edit]));
    expect(bill.store.get()).toMatchObject({
      failure: protectedSheet,
      behind: { book: { edited: undefined } },
    });
    expect(bill.store.get()).not.toHaveProperty("failure.after");
    jest.spyOn(fake.port, "read").mockResolvedValueOnce(gone);
    await bill.change(() => Promise.resolve([]));
    expect(bill.store.get()).not.toHaveProperty("failure.after");
  });

  it("leave a change that is cancelled while it is read again, and know that it was written", async () => {
    const { bill, fake } = await untilSheets();
    jest.spyOn(fake.port, "read").mockReturnValueOnce(new Promise(() => undefined));
    void bill.change(() => Promise.resolve([edit]));
    await new Promise((resolve) => setTimeout(resolve));
    bill.cancel();
    expect(bill.store.get()).toMatchObject({ step: "sheets", book: { edited: "Usage" } });
  });

  it("never go back to Done once a run is undone, though the workbook cannot be read again", async () => {
    const { bill, fake } = await untilPreview();
    await bill.write();
    jest.spyOn(fake.port, "read").mockResolvedValueOnce(gone);
    await bill.undo();
    expect(bill.store.get()).toMatchObject({
      step: "failed",
      failure: { ...gone.failure, after: "undone" },
      behind: { step: "sheets", book: { edited: "Invoices", lastRun: undefined } },
    });
  });

  it("insert no sample over sheets of somebody else that were never read", async () => {
    const book = await bookOfSheets({ Usage: [["mine"]] });
    const port = new MemoryPort(book.snapshot);
    const bill = createBill(servicesOver(port, inlineClient(newSession)).services);
    port.failNext(protectedSheet);
    await bill.open();
    expect(bill.store.get()).toMatchObject({ step: "failed", behind: { step: "idle" } });
    await bill.insertSample();
    expect(bill.store.get()).toMatchObject({ failure: { code: "NAME_TAKEN", at: { sheet: "Usage" } } });
    expect(cellsOf(await readBy(port))).toEqual({ "Usage!A1": expect.stringContaining("mine") as string });
  });
});
