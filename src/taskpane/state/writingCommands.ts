import type { Services } from "../services/services";
import type { Edits } from "../session/settingEdits";
import type { Work } from "../../workbook/port/port";
import type { Bill } from "./bill";
import { bookOf, restingOf, type Book, type Resting } from "./billState";
import { carryOut, sheetOfEdits } from "./edits";
import { settle, settlePort } from "./failure";
import { actCommands, type ActCommands } from "./actCommands";
import type { Outcome, RunJob } from "./jobRunner";
import { localTime } from "./localTime";
import { currentBook, readAndOpen } from "./readAndOpen";
import { timed } from "./timing";

type WritingCommands = Pick<Bill, "saveMapping" | "insertSample" | "change" | "write" | "undo"> & ActCommands;

/** Carries out the plan of the preview that is shown. */
async function writePreview(services: Services, work: Work, state: Resting): Promise<Outcome> {
  if (state.step !== "previewed") return { ok: true, value: state };
  const { port, session, preparedBy } = services;
  const { book, preview } = state;
  const details = { at: localTime(new Date()), user: preparedBy.name() };
  const planned = await settle(timed("plan", session.ask("preview", "plan", details)));
  if (!planned.ok) return planned;
  const applied = await settlePort(timed("apply", port.apply(planned.value, book.snapshot, work)));
  if (!applied.ok) return applied;
  const { usage } = book;
  const run = { receipt: applied.value, preview, usage };
  // What was copied is in the workbook now.
  const files = usage.files.filter((file) => !usage.copied.includes(file));
  const after = { ...book, usage: { files, copied: [] }, lastRun: run };
  return { ok: true, value: { step: "done", book: after, run } };
}

/** Takes the last run of a book back; once that is done, no screen speaks of the run as written any more. */
async function undoRun(services: Services, work: Work, before: Book): Promise<Outcome> {
  const { lastRun } = before;
  if (lastRun === undefined) return { ok: true, value: { step: "sheets", book: before } };
  const undone = await settlePort(services.port.undo(lastRun.receipt, work));
  if (!undone.ok) return undone;
  const book = { ...before, usage: lastRun.usage, lastRun: undefined };
  const read = await readAndOpen(services, work, book);
  if (read.ok) return { ok: true, value: { step: "sheets", book: read.value } };
  const edited = lastRun.receipt.sheets[0]?.name ?? before.edited;
  return {
    ok: false,
    failure: { ...read.failure, after: "undone" },
    behind: { step: "sheets", book: { ...book, edited } },
  };
}

/** Steps that change the workbook. */
export function writingCommands(services: Services, store: Bill["store"], run: RunJob): WritingCommands {
  const { port, session } = services;
  const carryOutAndRead = async (
    work: Work,
    resting: Resting,
    edits: () => Promise<Edits>,
  ): Promise<Outcome> => {
    const current = await currentBook(services, work, resting);
    if (!current.ok) return current;
    const made = await settle(edits());
    if (!made.ok) return made;
    const carried = await settlePort(carryOut(port, made.value, current.value.snapshot));
    if (!carried.ok) return carried;
    const sheet = sheetOfEdits(made.value);
    // Whatever becomes of the reading, what was read before no longer fits the workbook.
    if (sheet !== undefined) store.dispatch({ type: "edited", sheet });
    const read = await readAndOpen(services, work, current.value);
    if (read.ok) return { ok: true, value: { step: "sheets", book: read.value } };
    return { ok: false, failure: { ...read.failure, ...(sheet !== undefined && { after: "written" }) } };
  };
  const change = async (edits: () => Promise<Edits>) => {
    const resting = restingOf(store.get());
    await run("reading", (work) => carryOutAndRead(work, resting, edits));
    return store.get().step === "sheets";
  };
  return {
    change,
    ...actCommands(services, store, run),
    saveMapping: async (choice, sheet) => {
      const state = restingOf(store.get());
      if (state.step !== "mapping") return;
      await change(() => session.ask("mapping", "edits", state.mapping.role, choice, sheet));
    },
    insertSample: async () => {
      await change(() => session.ask("sample", "plan"));
    },
    write: async () => {
      const state = restingOf(store.get());
      await run("writing", (work) => writePreview(services, work, state));
    },
    undo: async () => {
      const book = bookOf(store.get());
      if (book?.lastRun) await run("undoing", (work) => undoRun(services, work, book));
    },
  };
}
