import { checkView, mappingView, previewView, sheetsView } from "../../../test/pane/fakeViews";
import { reduceBill } from "./billReducer";
import { restingOf, stepOf, type BillState, type Book, type Resting } from "./billState";

const book: Book = {
  snapshot: { grids: [], tables: [], date1904: false, pictures: [] },
  sheets: sheetsView,
  choice: { period: "2026-10", asOf: undefined, giveNumbers: false, sheetLimit: 50 },
  usage: { files: [], copied: [] },
  edited: undefined,
  lastRun: undefined,
};
const sheets: Resting = { step: "sheets", book };
const checked: Resting = { step: "checked", book, check: checkView };
const previewed: Resting = { step: "previewed", book, check: checkView, preview: previewView };
const done: Resting = {
  step: "done",
  book,
  run: { receipt: { sheets: [] }, preview: previewView, usage: book.usage },
};
const failure = { code: "PROTECTED_SHEET", message: "protected" };

const begun = (from: Resting, step: "reading" | "checking" | "writing" = "checking") =>
  reduceBill(from, { type: "begin", step, task: 1 });

describe("a run", () => {
  it("goes on to what its task gives", () => {
    expect(reduceBill(begun(sheets), { type: "finish", task: 1, next: checked })).toEqual(checked);
  });

  it("drops the result of a task that was cancelled or overtaken", () => {
    const cancelled = reduceBill(begun(sheets), { type: "cancel" });
    expect(cancelled).toBe(sheets);
    expect(reduceBill(cancelled, { type: "finish", task: 1, next: checked })).toBe(sheets);
    const overtaken = reduceBill(begun(sheets), { type: "begin", step: "reading", task: 2 });
    expect(reduceBill(overtaken, { type: "fail", task: 1, failure })).toBe(overtaken);
  });

  it("shows progress of its own task only", () => {
    const progress = { activity: { kind: "reading", name: "Usage" }, share: 0.4 } as const;
    expect(reduceBill(begun(sheets), { type: "progress", task: 1, progress })).toMatchObject({ progress });
    const busy = begun(sheets);
    expect(reduceBill(busy, { type: "progress", task: 7, progress })).toBe(busy);
  });

  it("waits for the workbook to be put back when writing is cancelled", () => {
    const cancelling = reduceBill(begun(previewed, "writing"), { type: "cancel" });
    expect(cancelling).toMatchObject({ step: "writing", isCancelling: true });
    const failed = reduceBill(cancelling, { type: "fail", task: 1, failure });
    expect(failed).toMatchObject({ step: "failed", behind: previewed });
    expect(reduceBill(failed, { type: "dismiss" })).toBe(previewed);
  });

  it("goes back one step at a time", () => {
    const back = (state: BillState) => reduceBill(state, { type: "back" });
    expect(back(previewed)).toEqual(checked);
    expect(back(checked)).toEqual(sheets);
    expect(back({ step: "mapping", book, mapping: mappingView })).toEqual(sheets);
    expect(back(done)).toEqual(sheets);
    expect(back({ step: "failed", failure, behind: checked })).toEqual(sheets);
    const busy = begun(checked);
    expect(back(busy)).toBe(busy);
  });

  it("keeps what was chosen, among the sheets alone", () => {
    const chosen = reduceBill(sheets, { type: "choose", change: { giveNumbers: true } });
    expect(chosen).toMatchObject({ book: { choice: { period: "2026-10", giveNumbers: true } } });
    expect(reduceBill(checked, { type: "choose", change: { giveNumbers: true } })).toBe(checked);
  });
});

describe("an edit of the workbook", () => {
  const edited = { type: "edited", sheet: "Usage" } as const;

  it("makes what was read stale, wherever the run stands", () => {
    for (const state of [sheets, checked, previewed]) {
      expect(reduceBill(state, edited)).toMatchObject({ step: state.step, book: { edited: "Usage" } });
    }
    expect(reduceBill(done, edited)).toBe(done);
  });

  it("during a task reaches the step that the task leads to", () => {
    const busy = reduceBill(begun(sheets), edited);
    const next = reduceBill(busy, { type: "finish", task: 1, next: checked });
    expect(next).toMatchObject({ step: "checked", book: { edited: "Usage" } });
  });

  it("is over once the workbook has been read again", () => {
    const busy = reduceBill(begun(checked, "reading"), edited);
    const fresh: Resting = { step: "sheets", book: { ...book, snapshot: { ...book.snapshot } } };
    expect(reduceBill(busy, { type: "finish", task: 1, next: fresh })).toBe(fresh);
  });
});

it.each([
  [{ step: "idle" } as const, "sheets"],
  [sheets, "sheets"],
  [begun(sheets), "check"],
  [begun(previewed, "writing"), "preview"],
  [done, "done"],
  [{ step: "failed", failure, behind: previewed } as const, "preview"],
])("%# is counted as a step", (state, step) => {
  expect(stepOf(state)).toBe(step);
  expect(restingOf(state)).not.toHaveProperty("task");
});
