import type { Snapshot } from "../../../core/api";
import { oncePerPane, type Pane } from "../../hooks/context";
import { actsOf } from "../../run/acts";
import { askedView, type AskedView } from "../../run/asked";
import { settlePort, type Failure } from "../../state/failure";
import { createStore, type Store } from "../../state/store";
import type { CompareView } from "./view";

/** The other workbook. */
export interface OtherBook {
  readonly name: string;
  readonly snapshot: Snapshot;
}

export interface Other {
  readonly book: OtherBook | undefined;
  /** The file that is being read. */
  readonly reading: string | undefined;
  readonly failure: Failure | undefined;
}

export interface Compare {
  readonly asked: AskedView<CompareView>;
  readonly other: Store<Other, Other>;
  /** Reads a file and compares. */
  readonly choose: (file: File) => Promise<void>;
  /** Compares once more, where there is something to compare with. */
  readonly load: () => Promise<boolean>;
  readonly write: (title: string) => Promise<"written" | "nothing" | "failed">;
}

function createCompare(pane: Pane): Compare {
  const { session, readBook } = pane.services;
  const asked = askedView<CompareView>(pane);
  const other = createStore<Other, Other>((_, next) => next, {
    book: undefined,
    reading: undefined,
    failure: undefined,
  });
  const load = async () => {
    const { book } = other.get();
    return book !== undefined && asked.load(() => session.ask("compare", "documents", book.snapshot));
  };
  return {
    asked,
    other,
    load,
    choose: async (file) => {
      other.dispatch({ ...other.get(), reading: file.name, failure: undefined });
      const read = await settlePort(readBook(file));
      if (!read.ok) {
        other.dispatch({ ...other.get(), reading: undefined, failure: read.failure });
        return;
      }
      other.dispatch({
        book: { name: file.name, snapshot: read.value },
        reading: undefined,
        failure: undefined,
      });
      await load();
    },
    write: async (title) => {
      const { book } = other.get();
      if (book === undefined) return "nothing";
      return actsOf(pane).write(title, () => session.ask("compare", "plan", book.snapshot));
    },
  };
}

/** The workbook that a pane compares with: it stays while other tabs are shown. */
export const compareOf = oncePerPane(createCompare);
