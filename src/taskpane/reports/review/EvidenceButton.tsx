import { Button } from "@fluentui/react-components";
import { usePane, useReveal } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { actsOf } from "../../run/acts";
import { isBusy } from "../../state/billState";
import { useText } from "../../strings/text";
import { strings } from "./strings";

/** Writes the sheet that re-adds every amount of a document by formulas, and goes there. */
export function EvidenceButton({ number }: { readonly number: string }) {
  const { t } = useText(strings);
  const pane = usePane();
  const reveal = useReveal();
  const busy = isBusy(useStore(pane.bill.store));
  const write = async () => {
    const acts = actsOf(pane);
    const outcome = await acts.write(t.evidence, () =>
      pane.services.session.ask("review", "evidencePlan", number),
    );
    if (outcome !== "written") return;
    pane.say(t.evidenceWritten);
    const sheet = acts.store.get().at(-1)?.receipt.sheets[0]?.name;
    if (sheet !== undefined) reveal([{ sheet, row: 0, column: 0 }]);
  };
  return (
    <Button disabledFocusable={busy} onClick={() => void write()}>
      {t.evidence}
    </Button>
  );
}
