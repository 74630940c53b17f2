import { oncePerPane, type Pane } from "../../hooks/context";
import { actsOf } from "../../run/acts";
import { askedView, type AskedView } from "../../run/asked";
import { createStore, type Store } from "../../state/store";
import type { TermsView, WhatIfRequest, WhatIfView } from "./view";

export interface WhatIf {
  readonly terms: AskedView<TermsView>;
  readonly asked: AskedView<WhatIfView>;
  readonly request: Store<WhatIfRequest, Partial<WhatIfRequest>>;
  /** Finds what can be asked about. */
  readonly load: () => Promise<boolean>;
  readonly ask: () => Promise<boolean>;
  readonly write: (title: string) => Promise<"written" | "nothing" | "failed">;
}

function createWhatIf(pane: Pane): WhatIf {
  const { session } = pane.services;
  const terms = askedView<TermsView>(pane);
  const asked = askedView<WhatIfView>(pane);
  const request = createStore<WhatIfRequest, Partial<WhatIfRequest>>(
    (state, change) => ({ ...state, ...change }),
    { period: "", term: undefined, percent: 0, figure: "" },
  );
  return {
    terms,
    asked,
    request,
    load: () => terms.load(() => session.ask("whatIf", "terms")),
    ask: () => asked.load(() => session.ask("whatIf", "answer", request.get())),
    write: (title) => actsOf(pane).write(title, () => session.ask("whatIf", "plan", request.get())),
  };
}

/** What was asked last in a pane: it stays while other tabs are shown. */
export const whatIfOf = oncePerPane(createWhatIf);
