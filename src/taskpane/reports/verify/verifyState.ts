import { oncePerPane, type Pane } from "../../hooks/context";
import { askedView, type AskedView } from "../../run/asked";
import { settlePort } from "../../state/failure";
import { createStore, type Store } from "../../state/store";
import type { VerifyView } from "./view";

export type VerifyFilter = "all" | "FAIL" | "notes";

/** What was typed and chosen. */
export interface VerifyChoice {
  readonly head: string;
  readonly filter: VerifyFilter;
}

export interface Verify {
  readonly asked: AskedView<VerifyView>;
  readonly choice: Store<VerifyChoice, Partial<VerifyChoice>>;
  readonly load: () => Promise<boolean>;
}

function createVerify(pane: Pane): Verify {
  const { port, session } = pane.services;
  const asked = askedView<VerifyView>(pane);
  const choice = createStore<VerifyChoice, Partial<VerifyChoice>>(
    (state, change) => ({ ...state, ...change }),
    { head: "", filter: "all" },
  );
  const formulas = async () => {
    const sheet = await session.ask("verify", "sheet");
    const read = sheet === undefined ? undefined : await settlePort(port.formulas(sheet));
    // Without them one check is left out, and all others count.
    return read?.ok ? read.value : undefined;
  };
  return {
    asked,
    choice,
    load: () =>
      asked.load(async () =>
        session.ask("verify", "book", { head: choice.get().head, formulas: await formulas() }),
      ),
  };
}

/** What was verified last in a pane: it stays while other tabs are shown. */
export const verifyOf = oncePerPane(createVerify);
