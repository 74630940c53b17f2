import type { Work } from "../../workbook/port/port";
import type { Services } from "../services/services";
import type { Edits } from "../session/session";
import type { MappingChoice, RunChoice, SheetsView } from "../session/views";
import { reduceBill } from "./billReducer";
import {
  bookOf,
  isBusy,
  opening,
  restingOf,
  type BillAction,
  type BillState,
  type Book,
  type Busy,
  type Resting,
  type WrittenRun,
} from "./billState";
import { carryOut } from "./edits";
import { settle, settlePort, type Result as Settled } from "./failure";
import { createStore, type Store } from "./store";
import { timed } from "./timing";

/** The commands of a billing run. Each answers by changing the state; none of them throws. */
export interface Bill {
  readonly store: Store<BillState, BillAction>;
  /** Reads the workbook, once more if it has been read. */
  readonly open: () => Promise<void>;
  readonly choose: (change: Partial<RunChoice>) => void;
  readonly map: (role: string) => Promise<void>;
  readonly saveMapping: (choice: MappingChoice, sheet: string) => Promise<void>;
  readonly insertSample: () => Promise<void>;
  /** Carries out a small change of the workbook and reads it again. */
  readonly change: (edits: () => Promise<Edits>) => Promise<boolean>;
  /** Reads the workbook again where it was written or edited since. */
  readonly refresh: () => Promise<void>;
  readonly check: () => Promise<void>;
  readonly preview: () => Promise<void>;
  readonly write: () => Promise<void>;
  /** Takes back the last run that was written. */
  readonly undo: () => Promise<void>;
  readonly cancel: () => void;
  readonly back: () => void;
  readonly dismiss: () => void;
}

type Result<Value> = Promise<Settled<Value>>;
type Job = (work: Work) => Result<Resting>;

const done = <Value>(value: Value): Settled<Value> => ({ ok: true, value });

/** Lets a result through to the next step. */
async function then<Value, Next>(result: Result<Value>, next: (value: Value) => Result<Next>): Result<Next> {
  const settled = await result;
  return settled.ok ? next(settled.value) : settled;
}

/** Formatted invoices that a workbook stays easy to leaf through with. */
const SHEETS_BY_DEFAULT = 50;

/** What to bill where nothing else was chosen; the period and day chosen before stay where they still exist. */
function choiceIn({ period, asOf, periods }: SheetsView, before: RunChoice | undefined): RunChoice {
  if (!before) return { period, asOf, giveNumbers: false, sheetLimit: SHEETS_BY_DEFAULT };
  return periods.some(({ id }) => id === before.period) ? before : { ...before, period, asOf };
}

/** Reads and understands the workbook; `before` is how it was read the last time. */
async function readBook(
  { port, session }: Services,
  work: Work,
  before: Pick<Book, "choice" | "lastRun"> | undefined,
): Result<Book> {
  return then(settlePort(timed("read", port.read(work))), (snapshot) =>
    then(settle(timed("open", session.open(snapshot))), (sheets) => {
      const choice = choiceIn(sheets, before?.choice);
      return Promise.resolve(done({ snapshot, sheets, choice, edited: undefined, lastRun: before?.lastRun }));
    }),
  );
}

/** The book once more, read again only where somebody edited it. */
const freshBook = (services: Services, work: Work, book: Book): Result<Book> =>
  book.edited === undefined ? Promise.resolve(done(book)) : readBook(services, work, book);

/** The book that a change is made to; what was written or edited since it was read is read first. */
async function currentBook(services: Services, work: Work, resting: Resting): Result<Book | undefined> {
  if (resting.step === "idle") return done(undefined);
  if (resting.step === "done") return readBook(services, work, resting.book);
  return freshBook(services, work, resting.book);
}

/** As the clock of the place shows it, which is what the log of runs keeps. */
function localTime(now: Date): string {
  const shifted = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19);
}

async function writePlan(
  { port, session, preparedBy }: Services,
  work: Work,
  state: Resting,
): Result<Resting> {
  if (state.step !== "previewed") return done(state);
  const details = { at: localTime(new Date()), user: preparedBy.name() };
  return then(settle(timed("plan", session.plan(details))), (plan) =>
    then(settlePort(timed("apply", port.apply(plan, state.book.snapshot, work))), (receipt) =>
      Promise.resolve(done<Resting>(whenWritten(state.book, { receipt, preview: state.preview }))),
    ),
  );
}

const whenWritten = (book: Book, run: WrittenRun): Resting => ({
  step: "done",
  book: { ...book, lastRun: run },
  run,
});

async function undo(services: Services, work: Work, book: Book, { receipt }: WrittenRun): Result<Resting> {
  return then(settlePort(services.port.undo(receipt, work)), () =>
    then(readBook(services, work, { ...book, lastRun: undefined }), (read) =>
      Promise.resolve(done<Resting>({ step: "sheets", book: read })),
    ),
  );
}

/** Runs one job after another over the state; a later one makes the results of an earlier one void. */
function jobRunner(store: Store<BillState, BillAction>) {
  let latest = 0;
  return async (step: Busy["step"], job: Job): Promise<void> => {
    const task = ++latest;
    store.dispatch({ type: "begin", step, task });
    const isCancelled = () => {
      const state = store.get();
      return !isBusy(state) || state.task !== task || (state.step === "writing" && state.isCancelling);
    };
    const onProgress: Work["onProgress"] = (progress) => store.dispatch({ type: "progress", task, progress });
    const result = await job({ onProgress, isCancelled });
    if (result.ok) store.dispatch({ type: "finish", task, next: result.value });
    else store.dispatch({ type: "fail", task, failure: result.failure });
  };
}

const sheetsOf = (book: Book): Result<Resting> => Promise.resolve(done({ step: "sheets", book }));

/** Steps that read and compute. */
function readingCommands(services: Services, store: Bill["store"], run: ReturnType<typeof jobRunner>) {
  const { session } = services;
  const withBook = async (step: Busy["step"], job: (work: Work, book: Book) => Result<Resting>) => {
    const book = bookOf(store.get());
    if (book !== undefined) await run(step, (work) => job(work, book));
  };
  const open = () => run("reading", (work) => then(readBook(services, work, bookOf(store.get())), sheetsOf));
  return {
    open,
    refresh: async () => {
      const state = restingOf(store.get());
      if (state.step === "idle") await open();
      else if (state.step === "done") {
        await run("reading", (work) =>
          then(readBook(services, work, state.book), (book) =>
            Promise.resolve(done<Resting>({ ...state, book })),
          ),
        );
      } else if (state.book.edited !== undefined) await open();
    },
    check: () =>
      withBook("checking", (work, old) =>
        then(freshBook(services, work, old), (book) =>
          then(settle(timed("check", session.check(book.choice))), (check) =>
            Promise.resolve(done<Resting>({ step: "checked", book, check })),
          ),
        ),
      ),
    preview: async () => {
      const state = restingOf(store.get());
      if (state.step !== "checked" && state.step !== "previewed") return;
      const { book, check } = state;
      await run("previewing", () =>
        then(settle(timed("preview", session.preview(book.choice))), (preview) =>
          Promise.resolve(done<Resting>({ step: "previewed", book, check, preview })),
        ),
      );
    },
    map: (role: string) =>
      withBook("reading", (_, book) =>
        then(settle(session.mapping(role)), (mapping) =>
          Promise.resolve(done<Resting>({ step: "mapping", book, mapping })),
        ),
      ),
  };
}

/** Steps that change the workbook. */
function writingCommands(services: Services, store: Bill["store"], run: ReturnType<typeof jobRunner>) {
  const { port, session } = services;
  const change = async (edits: () => Promise<Edits>) => {
    const resting = restingOf(store.get());
    await run("reading", (work) =>
      then(currentBook(services, work, resting), (book) =>
        then(settle(edits()), (changes) =>
          then(settlePort(carryOut(port, changes, book?.snapshot)), () =>
            then(readBook(services, work, book), sheetsOf),
          ),
        ),
      ),
    );
    return store.get().step === "sheets";
  };
  return {
    saveMapping: async (choice: MappingChoice, sheet: string) => {
      const state = restingOf(store.get());
      if (state.step === "mapping")
        await change(() => session.mappingEdits(state.mapping.role, choice, sheet));
    },
    insertSample: async () => void (await change(() => session.sampleBook())),
    change,
    write: () => {
      const state = restingOf(store.get());
      return run("writing", (work) => writePlan(services, work, state));
    },
    undo: async () => {
      const book = bookOf(store.get());
      const last = book?.lastRun;
      if (last) await run("undoing", (work) => undo(services, work, book, last));
    },
  };
}

/** A run over one workbook. */
export function createBill(services: Services): Bill {
  const store = createStore(reduceBill, opening);
  const run = jobRunner(store);
  services.port.onEdit((sheet) => store.dispatch({ type: "edited", sheet }));
  return {
    store,
    ...readingCommands(services, store, run),
    ...writingCommands(services, store, run),
    choose: (change) => store.dispatch({ type: "choose", change }),
    cancel: () => {
      store.dispatch({ type: "cancel" });
      // The engine, too, has better things to do.
      if (!isBusy(store.get())) services.session.cancel();
    },
    back: () => store.dispatch({ type: "back" }),
    dismiss: () => store.dispatch({ type: "dismiss" }),
  };
}
