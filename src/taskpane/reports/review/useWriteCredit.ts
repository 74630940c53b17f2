import { usePane } from "../../hooks/context";
import { actsOf } from "../../run/acts";
import { settle } from "../../state/failure";
import { localTime } from "../../state/localTime";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import type { CreditRequest } from "./view/creditView";

/** Writes a credit note of an invoice as one act that can be undone; whether it was written. */
export function useWriteCredit(number: string): (request: CreditRequest) => Promise<boolean> {
  const { t } = useText(strings);
  const pane = usePane();
  const { session, preparedBy } = pane.services;
  return async (request) => {
    const previewed = await settle(session.ask("review", "credit", number, request, preparedBy.name()));
    if (!previewed.ok) {
      pane.report(previewed.failure);
      return false;
    }
    const preview = previewed.value;
    if (!preview.isPossible) {
      pane.report({ code: "MISSING", message: preview.why });
      return false;
    }
    const details = { at: localTime(new Date()), user: preparedBy.name() };
    const title = request.isRebill ? t.rebill : t.creditNote;
    const outcome = await actsOf(pane).write(title, () =>
      session.ask("review", "creditPlan", number, request, details),
    );
    if (outcome !== "written") return false;
    const drafts = preview.rebilled.map((draft) => draft.number).join(", ");
    if (!request.isRebill || preview.waits) pane.say(t.written(preview.number));
    else if (drafts === "") pane.say(t.rebilledNone(preview.number, preview.problems.join(" ")));
    else pane.say(t.rebilled(preview.number, drafts));
    return true;
  };
}
