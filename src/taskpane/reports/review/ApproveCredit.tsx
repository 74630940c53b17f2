import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type SyntheticEvent } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { Block } from "../../parts/Block";
import { useTextStyles } from "../../parts/textStyles";
import { actsOf } from "../../run/acts";
import { isBusy } from "../../state/billState";
import { localTime } from "../../state/localTime";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import type { WaitingView } from "./view/invoiceView";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  input: { minWidth: 0, width: "100%" },
});

interface ApproveCreditProps {
  readonly number: string;
  readonly waiting: WaitingView;
  /** It has a number of its own from then on. */
  readonly onApproved: () => void;
}

/** Another person than who made it lets a credit note count. Whoever sits here types the name: it is not kept. */
export function ApproveCredit({ number, waiting, onApproved }: ApproveCreditProps) {
  const { t } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  const pane = usePane();
  const { session } = pane.services;
  const busy = isBusy(useStore(pane.bill.store));
  const [name, setName] = useState("");
  const isBlank = name.trim() === "";
  const approve = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (isBlank || busy) return;
    const details = { at: localTime(new Date()), user: name.trim() };
    const outcome = await actsOf(pane).write(t.actApproved, () =>
      session.ask("review", "approvalPlan", number, details),
    );
    if (outcome !== "written") return;
    pane.say(t.approved);
    onApproved();
  };
  const { corrects, reasonCode, preparedBy, isAboveLimit } = waiting;
  const waits = isAboveLimit ? t.approvalWaits : t.policyWaits;
  return (
    <Block title={t.approval}>
      <p className={text.paragraph}>
        {waits(corrects, reasonCode)} {preparedBy !== "" && t.madeBy(preparedBy)}
      </p>
      <form className={styles.form} aria-label={t.approval} onSubmit={(event) => void approve(event)}>
        <Field label={t.yourName} hint={t.approverHint} required>
          <Input
            className={styles.input}
            autoComplete="off"
            value={name}
            onChange={(_, { value }) => setName(value)}
          />
        </Field>
        <div>
          <Button appearance="primary" type="submit" disabledFocusable={busy || isBlank}>
            {t.approve}
          </Button>
        </div>
      </form>
    </Block>
  );
}
