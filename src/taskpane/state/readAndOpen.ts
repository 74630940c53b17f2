import type { Snapshot } from "../../core/api";
import type { Work } from "../../workbook/port/port";
import type { ViewOf } from "../client/sessionClient";
import type { Services } from "../services/services";
import type { RunChoice } from "../session/views";
import type { Book, Resting } from "./billState";
import { settle, settlePort, type Result } from "./failure";
import { timed } from "./timing";

/** How the book was read the last time. */
type BookBefore = Pick<Book, "choice" | "sheets" | "lastRun" | "usage">;

/** Formatted invoices that a workbook stays easy to leaf through with. */
const SHEETS_BY_DEFAULT = 50;

/** A period that no usage named when it was chosen: it was typed, and stays until another is. */
function isTyped({ choice, sheets }: Pick<Book, "choice" | "sheets">): boolean {
  return choice.period !== undefined && !sheets.periods.some(({ id }) => id === choice.period);
}

/** What to bill where nothing else was chosen; the period and day chosen before stay where they still exist. */
function choiceIn({ period, asOf, periods }: ViewOf<"sheets">, before: BookBefore | undefined): RunChoice {
  if (!before) return { period, asOf, giveNumbers: false, sheetLimit: SHEETS_BY_DEFAULT };
  const { choice } = before;
  const stays = isTyped(before) || periods.some(({ id }) => id === choice.period);
  return stays ? choice : { ...choice, period, asOf };
}

async function openInSession(
  { session }: Services,
  snapshot: Snapshot,
  files: readonly File[],
  { onProgress }: Work,
): Promise<Pick<Book, "sheets" | "usage">> {
  const copied = new Set(await session.open(snapshot, files, onProgress));
  const usage = { files, copied: files.filter((_, place) => copied.has(place)) };
  return { sheets: await session.ask("sheets", "view"), usage };
}

/** Reads the workbook and opens it in the engine; `before` is how it was read the last time. */
export async function readAndOpen(
  services: Services,
  work: Work,
  before: BookBefore | undefined,
): Promise<Result<Book>> {
  const read = await settlePort(timed("read", services.port.read(work)));
  if (!read.ok) return read;
  const snapshot = read.value;
  const files = before?.usage.files ?? [];
  const opened = await settle(timed("open", openInSession(services, snapshot, files, work)));
  if (!opened.ok) return opened;
  const { sheets, usage } = opened.value;
  const choice = { ...choiceIn(sheets, before), by: services.preparedBy.name() };
  const { lastRun } = before ?? {};
  return { ok: true, value: { snapshot, sheets, choice, usage, edited: undefined, lastRun } };
}

/** The book once more, read again only where somebody edited it. */
export async function readIfEdited(services: Services, work: Work, book: Book): Promise<Result<Book>> {
  return book.edited === undefined ? { ok: true, value: book } : readAndOpen(services, work, book);
}

/** The book that a change is made to; what was never read, written or edited since is read first. */
export async function currentBook(services: Services, work: Work, resting: Resting): Promise<Result<Book>> {
  if (resting.step === "idle") return readAndOpen(services, work, undefined);
  if (resting.step === "done") return readAndOpen(services, work, resting.book);
  return readIfEdited(services, work, resting.book);
}
