import { oncePerPane, type Pane } from "../../hooks/context";
import { actsOf } from "../../run/acts";
import { askedView, type AskedView } from "../../run/asked";
import { bookOf } from "../../state/billState";
import { settle } from "../../state/failure";
import { localTime } from "../../state/localTime";
import { createStore, type Store } from "../../state/store";
import type { CashDecision, CashView } from "./view";
import type { CashRequest, GivenFile } from "./view/cashBook";

/** Which proposals are listed: all, or those of one confidence. */
export const proposalKinds = ["all", "high", "medium", "chosen", "review"] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** What a person has given and decided; nothing of it is written. */
export interface CashDraft extends CashRequest {
  /** Ids of payments to post, and of payments and credit notes to take back. */
  readonly ticked: ReadonlySet<string>;
  readonly reversing: ReadonlySet<string>;
  /** A file that could not be read, to be tried with other columns. */
  readonly refused: { readonly file: GivenFile; readonly message: string } | undefined;
  readonly kind: ProposalKind;
  /** The file that is being read. */
  readonly reading: string | undefined;
  /** The sheet that was edited before something could be written. */
  readonly edited: string | undefined;
}

export type CashOutcome = "written" | "nothing" | "failed";

export interface Cash {
  readonly asked: AskedView<CashView>;
  readonly draft: Store<CashDraft, Partial<CashDraft>>;
  readonly load: () => Promise<boolean>;
  readonly addFile: (file: GivenFile) => Promise<void>;
  readonly removeFile: (name: string) => Promise<void>;
  /** Puts documents in place of what the rules say of a payment; none of them goes back to the rules. */
  readonly choose: (paymentId: string, numbers: readonly string[]) => Promise<void>;
  /** Writes payments of the files and proposals, and what is decided with them. */
  readonly write: (title: string, decision: CashDecision) => Promise<CashOutcome>;
}

const without = <Value>(values: ReadonlySet<Value>, gone: readonly Value[]): ReadonlySet<Value> =>
  new Set([...values].filter((value) => !gone.includes(value)));

/** The documents chosen for payments that are still to be posted. */
const stillChosen = ({ chosen }: CashDraft, posted: readonly string[]): CashRequest["chosen"] =>
  Object.fromEntries(Object.entries(chosen).filter(([paymentId]) => !posted.includes(paymentId)));

const none: CashDraft = {
  files: [],
  chosen: {},
  ticked: new Set(),
  reversing: new Set(),
  refused: undefined,
  kind: "all",
  reading: undefined,
  edited: undefined,
};

const requestOf = ({ files, chosen }: CashRequest): CashRequest => ({ files, chosen });

/** Writes what is decided, unless the workbook is no longer what was looked at. */
function writer(pane: Pane, draft: Cash["draft"], load: Cash["load"]): Cash["write"] {
  const { services, bill } = pane;
  const { session, preparedBy } = services;
  const acts = actsOf(pane);
  return async (title, decision) => {
    const edited = bookOf(bill.store.get())?.edited;
    draft.dispatch({ edited });
    if (edited !== undefined) {
      // What would be written is no longer what was looked at.
      await load();
      return "failed";
    }
    const before = draft.get();
    const details = { at: localTime(new Date()), user: preparedBy.name() };
    const outcome = await acts.write(
      title,
      () => session.ask("cash", "plan", requestOf(before), decision, details),
      () => draft.dispatch({ files: before.files, chosen: before.chosen }),
    );
    if (outcome !== "failed")
      draft.dispatch({
        files: [],
        chosen: stillChosen(before, decision.selected),
        ticked: without(before.ticked, decision.selected),
        reversing: without(before.reversing, decision.reverse),
      });
    await load();
    return outcome;
  };
}

function createCash(pane: Pane): Cash {
  const { session } = pane.services;
  const asked = askedView<CashView>(pane);
  const draft = createStore<CashDraft, Partial<CashDraft>>(
    (state, change) => ({ ...state, ...change }),
    none,
  );
  const load = () => asked.load(() => session.ask("cash", "proposals", requestOf(draft.get())));
  return {
    asked,
    draft,
    load,
    addFile: async (file) => {
      draft.dispatch({ reading: file.name, refused: undefined, edited: undefined });
      const read = await settle(session.ask("cash", "readFile", file));
      draft.dispatch({ reading: undefined });
      if (!read.ok) {
        // What was shown without it is still true.
        draft.dispatch({ refused: { file, message: read.failure.message } });
        return;
      }
      const others = draft.get().files.filter(({ name }) => name !== file.name);
      draft.dispatch({ files: [...others, read.value] });
      await load();
    },
    removeFile: async (name) => {
      draft.dispatch({ files: draft.get().files.filter((file) => file.name !== name) });
      await load();
    },
    choose: async (paymentId, numbers) => {
      const chosen = stillChosen(draft.get(), [paymentId]);
      draft.dispatch({ chosen: numbers.length === 0 ? chosen : { ...chosen, [paymentId]: numbers } });
      await load();
    },
    write: writer(pane, draft, load),
  };
}

/** Bank files, choices and proposals of a pane: they stay while other tabs are shown. */
export const cashOf = oncePerPane(createCash);
