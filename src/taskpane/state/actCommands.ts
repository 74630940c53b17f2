import type { Work } from "../../workbook/port/port";
import type { Services } from "../services/services";
import type { Bill } from "./bill";
import { restingOf, type Book, type Busy } from "./billState";
import { settle, settlePort, type Result } from "./failure";
import type { RunJob } from "./jobRunner";
import { currentBook, readAndOpen } from "./readAndOpen";

export type ActCommands = Pick<Bill, "carryOut" | "takeBack">;

/** What was done to the workbook, and a sheet that it touched; without one nothing was. */
interface Done<Value> {
  readonly value: Value;
  readonly sheet: string | undefined;
}

const overtaken = { ok: false, failure: { code: "CANCELLED", message: "Cancelled." } } as const;

/** Acts on the workbook beside a run, which begins again with what they leave. */
export function actCommands(services: Services, store: Bill["store"], run: RunJob): ActCommands {
  const { port } = services;
  const act = async <Value>(
    step: Busy["step"],
    after: "written" | "undone",
    doIt: (work: Work, book: Book) => Promise<Result<Done<Value>>>,
  ): Promise<Result<Value>> => {
    const resting = restingOf(store.get());
    let result: Result<Value> = overtaken;
    await run(step, async (work) => {
      const current = await currentBook(services, work, resting);
      if (!current.ok) return (result = current);
      const done = await doIt(work, current.value);
      if (!done.ok) return (result = done);
      const { value, sheet } = done.value;
      result = { ok: true, value };
      if (sheet === undefined) return { ok: true, value: { step: "sheets", book: current.value } };
      store.dispatch({ type: "edited", sheet });
      const read = await readAndOpen(services, work, current.value);
      if (read.ok) return { ok: true, value: { step: "sheets", book: read.value } };
      return { ok: false, failure: { ...read.failure, after } };
    });
    return result;
  };
  return {
    carryOut: (plan) =>
      act("writing", "written", async (work, book) => {
        const made = await settle(plan());
        if (!made.ok) return made;
        const { sheets, removedSheets, appended, edits = [] } = made.value;
        if (sheets.length + removedSheets.length + appended.length + edits.length === 0)
          return { ok: true, value: { value: undefined, sheet: undefined } };
        const applied = await settlePort(port.apply(made.value, book.snapshot, work));
        if (!applied.ok) return applied;
        return { ok: true, value: { value: applied.value, sheet: applied.value.sheets[0]?.name ?? "" } };
      }),
    takeBack: (receipt) =>
      act("undoing", "undone", async (work) => {
        const undone = await settlePort(port.undo(receipt, work));
        if (!undone.ok) return undone;
        return { ok: true, value: { value: undefined, sheet: receipt.sheets[0]?.name ?? "" } };
      }),
  };
}
