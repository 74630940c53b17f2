import { oncePerPane, type Pane } from "../../hooks/context";
import { actsOf } from "../../run/acts";
import { askedView, type AskedView } from "../../run/asked";
import { bookOf } from "../../state/billState";
import { localTime } from "../../state/localTime";
import { createStore, type Store } from "../../state/store";
import type { ImportRequest, ImportView } from "./view";

export interface Importing {
  readonly asked: AskedView<ImportView>;
  /** The file is empty until one is chosen. */
  readonly request: Store<ImportRequest, Partial<ImportRequest>>;
  readonly load: () => Promise<boolean>;
  /** Adds the rows that were looked at; the sheet that was edited in between, where one was. */
  readonly add: (
    title: string,
  ) => Promise<{ readonly isAdded: boolean; readonly edited: string | undefined }>;
}

const nothingAsked: ImportRequest = { source: "", name: "", bytes: new Uint8Array(), table: "" };

function createImporting(pane: Pane): Importing {
  const { session, preparedBy } = pane.services;
  const asked = askedView<ImportView>(pane);
  const request = createStore<ImportRequest, Partial<ImportRequest>>(
    (state, change) => ({ ...state, ...change }),
    nothingAsked,
  );
  const load = () => asked.load(() => session.ask("importing", "preview", request.get()));
  return {
    asked,
    request,
    load,
    add: async (title) => {
      const edited = bookOf(pane.bill.store.get())?.edited;
      const wanted = request.get();
      const details = { at: localTime(new Date()), user: preparedBy.name() };
      const outcome =
        edited === undefined
          ? await actsOf(pane).write(title, () => session.ask("importing", "plan", wanted, details))
          : "failed";
      await load();
      return { isAdded: outcome === "written", edited };
    },
  };
}

/** What is imported in a pane: it stays while other reports are shown. */
export const importingOf = oncePerPane(createImporting);
