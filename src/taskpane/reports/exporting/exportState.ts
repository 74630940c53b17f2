import { oncePerPane, type Pane } from "../../hooks/context";
import { actsOf } from "../../run/acts";
import { askedView, type AskedView } from "../../run/asked";
import { bookOf } from "../../state/billState";
import { settle } from "../../state/failure";
import { localTime } from "../../state/localTime";
import { createStore, type Store } from "../../state/store";
import type { ExportRequest, ExportView, MadeFile } from "./view";

/** What came of a download: the file and whether the workbook has its rows, an edit in between, or a failure. */
export type Download =
  | { readonly kind: "done"; readonly file: MadeFile; readonly isLogged: boolean }
  | { readonly kind: "edited"; readonly sheet: string }
  | { readonly kind: "failed" };

export interface Exporting {
  readonly asked: AskedView<ExportView>;
  readonly request: Store<ExportRequest, Partial<ExportRequest>>;
  readonly load: () => Promise<boolean>;
  /** Makes the file that was looked at and writes Exports; who gets it saves it. */
  readonly download: (title: string) => Promise<Download>;
}

const nothingAsked: ExportRequest = { target: "", invoices: "", drafts: false, again: false };

function createExporting(pane: Pane): Exporting {
  const { session, preparedBy } = pane.services;
  const asked = askedView<ExportView>(pane);
  const request = createStore<ExportRequest, Partial<ExportRequest>>(
    (state, change) => ({ ...state, ...change }),
    nothingAsked,
  );
  const load = () => asked.load(() => session.ask("exporting", "preview", request.get()));
  return {
    asked,
    request,
    load,
    download: async (title) => {
      const sheet = bookOf(pane.bill.store.get())?.edited;
      if (sheet !== undefined) {
        // What would be exported is no longer what was looked at.
        await load();
        return { kind: "edited", sheet };
      }
      const wanted = request.get();
      const details = { at: localTime(new Date()), user: preparedBy.name() };
      const file = await settle(session.ask("exporting", "file", wanted, details));
      if (!file.ok) {
        pane.report(file.failure);
        return { kind: "failed" };
      }
      const outcome = await actsOf(pane).write(title, () =>
        session.ask("exporting", "plan", wanted, details),
      );
      if (outcome === "failed") return { kind: "failed" };
      await load();
      return { kind: "done", file: file.value, isLogged: outcome === "written" };
    },
  };
}

/** What is exported in a pane: it stays while other reports are shown. */
export const exportingOf = oncePerPane(createExporting);
