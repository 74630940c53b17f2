import { oncePerPane, type Pane } from "../../hooks/context";
import { actsOf } from "../../run/acts";
import { askedView, type AskedView } from "../../run/asked";
import { settlePort } from "../../state/failure";
import { createStore, type Store } from "../../state/store";
import type { CardsView, FormulaCells } from "./view";

export interface Cards {
  readonly asked: AskedView<CardsView>;
  /** Whether more than cells could be looked into. */
  readonly hasFile: Store<boolean, boolean>;
  readonly load: () => Promise<boolean>;
  readonly mask: (title: string) => Promise<"written" | "nothing" | "failed">;
}

function createCards(pane: Pane): Cards {
  const { session, port } = pane.services;
  const asked = askedView<CardsView>(pane);
  const hasFile = createStore<boolean, boolean>((_, next) => next, true);
  const formulasOf = async (sheet: string): Promise<FormulaCells> => {
    const read = await settlePort(port.formulas(sheet));
    return { sheet, cells: read.ok ? [...(read.value?.keys() ?? [])] : [] };
  };
  const load = () =>
    asked.load(async () => {
      const file = await settlePort(port.file());
      hasFile.dispatch(file.ok);
      return session.ask("cards", "found", file.ok ? file.value : undefined);
    });
  return {
    asked,
    hasFile,
    load,
    mask: async (title) => {
      const sheets = [...new Set(asked.store.get().view?.cells.flatMap(({ at }) => at?.sheet ?? []))];
      const outcome = await actsOf(pane).write(title, async () =>
        session.ask("cards", "maskPlan", await Promise.all(sheets.map(formulasOf))),
      );
      await load();
      return outcome;
    },
  };
}

/** The card numbers that were found in a pane: they stay while other tabs are shown. */
export const cardsOf = oncePerPane(createCards);
