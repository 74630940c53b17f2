import { isBusy, restingOf, type BillAction, type BillState, type Book, type Resting } from "./billState";

/** The same place with another book; where a book has been written, it is the record of that and stays. */
function withBook(resting: Resting, change: (book: Book) => Book): Resting {
  if (resting.step === "idle" || resting.step === "done") return resting;
  return { ...resting, book: change(resting.book) };
}

/** One step towards the sheets. */
function stepBack(state: Resting): Resting {
  switch (state.step) {
    case "previewed":
      return { step: "checked", book: state.book, check: state.check };
    case "mapping":
    case "checked":
    case "done":
      return { step: "sheets", book: state.book };
    default:
      return state;
  }
}

function edit(state: BillState, sheet: string): BillState {
  const mark = (resting: Resting) => withBook(resting, (book) => ({ ...book, edited: sheet }));
  return "behind" in state ? { ...state, behind: mark(state.behind) } : mark(state);
}

/** Writing goes on until the workbook is put back; anything else only reads and is left at once. */
function cancel(state: BillState): BillState {
  if (!isBusy(state)) return state;
  return state.step === "writing" ? { ...state, isCancelling: true } : state.behind;
}

function begin(state: BillState, { step, task }: BillAction & { readonly type: "begin" }): BillState {
  const behind = restingOf(state);
  const progress = undefined;
  return step === "writing"
    ? { step, task, progress, behind, isCancelling: false }
    : { step, task, progress, behind };
}

/** An edit that came while the task ran belongs to the book that it leads to, unless the book was read anew. */
function finish(behind: Resting, next: Resting): Resting {
  if (behind.step === "idle" || behind.step === "done" || next.step === "idle" || next.step === "done")
    return next;
  const isSameReading = behind.book.snapshot === next.book.snapshot;
  return isSameReading ? withBook(next, (book) => ({ ...book, edited: behind.book.edited })) : next;
}

export function reduceBill(state: BillState, action: BillAction): BillState {
  switch (action.type) {
    case "begin":
      return begin(state, action);
    case "cancel":
      return cancel(state);
    case "choose": {
      const resting = restingOf(state);
      if (resting.step !== "sheets") return state;
      return withBook(resting, (book) => ({ ...book, choice: { ...book.choice, ...action.change } }));
    }
    case "edited":
      return edit(state, action.sheet);
    case "back":
      return isBusy(state) ? state : stepBack(restingOf(state));
    case "dismiss":
      return state.step === "failed" ? state.behind : state;
    default:
      if (!isBusy(state) || state.task !== action.task) return state;
      if (action.type === "progress") return { ...state, progress: action.progress };
      if (action.type === "fail")
        return { step: "failed", failure: action.failure, behind: action.behind ?? state.behind };
      return finish(state.behind, action.next);
  }
}
