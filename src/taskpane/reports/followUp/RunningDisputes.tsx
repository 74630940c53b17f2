import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState, type SyntheticEvent } from "react";
import type { DisputeOutcome } from "../../../core/api";
import { usePane } from "../../hooks/context";
import { Block } from "../../parts/Block";
import { CellLink } from "../../parts/CellLink";
import { Disclosure } from "../../parts/Disclosure";
import { Facts } from "../../parts/Facts";
import { SummaryRow } from "../../parts/SummaryRow";
import { useText } from "../../strings/text";
import { useFormStyles } from "./formStyles";
import { strings } from "./strings";
import { useWrite } from "./useWrite";
import type { FollowUpView } from "./view";
import type { DisputeView } from "./view/notes";

const outcomes: readonly DisputeOutcome[] = ["credited", "upheld", "withdrawn"];

interface DisputeProps {
  readonly dispute: DisputeView;
  readonly asOf: string;
  readonly isBusy: boolean;
}

/** How a dispute ended, and from which day on. */
function CloseFields({ dispute, asOf, isBusy }: DisputeProps) {
  const { t } = useText(strings);
  const { session } = usePane().services;
  const write = useWrite();
  const styles = useFormStyles();
  const [outcome, setOutcome] = useState<DisputeOutcome>();
  const [closed, setClosed] = useState(asOf);
  const isComplete = outcome !== undefined && closed !== "";
  const close = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isComplete || isBusy) return;
    await write(t.actClosed, (day) =>
      session.ask("followUp", "closePlan", day, { row: dispute.row, closed, outcome }),
    );
  };
  return (
    <form
      className={styles.form}
      aria-label={t.closing(dispute.invoiceNumber)}
      onSubmit={(event) => void close(event)}
    >
      <div className={styles.pair}>
        <Field label={t.outcome} required>
          <Select
            className={styles.input}
            value={outcome ?? ""}
            onChange={(_, { value }) => setOutcome(outcomes.find((each) => each === value))}
          >
            <option value="" />
            {outcomes.map((each) => (
              <option key={each} value={each}>
                {t.outcomes[each]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t.closed} required>
          <Input
            className={styles.input}
            type="date"
            value={closed}
            onChange={(_, { value }) => setClosed(value)}
          />
        </Field>
      </div>
      <div>
        <Button type="submit" disabledFocusable={!isComplete || isBusy}>
          {t.closeDispute}
        </Button>
      </div>
    </form>
  );
}

function Dispute(props: DisputeProps) {
  const { t, f } = useText(strings);
  const { invoiceNumber, customer, reasonCode, amount, opened, dueDate, owner, at } = props.dispute;
  const facts = [
    [t.cell, <CellLink key="cell" at={at} />],
    [t.opened, f.day(opened)],
    [t.settleBy, f.day(dueDate)],
    [t.owner, owner],
  ] as const;
  return (
    <Disclosure
      summary={
        <SummaryRow
          title={invoiceNumber}
          figure={amount ? f.money(amount) : t.allOpen}
          note={[customer, reasonCode].filter((part) => part !== "").join(" · ")}
        />
      }
    >
      {() => (
        <>
          <Facts facts={facts} />
          <CloseFields {...props} />
        </>
      )}
    </Disclosure>
  );
}

/** Disputes that run, each with the way to close it. */
export function RunningDisputes({ view, isBusy }: { readonly view: FollowUpView; readonly isBusy: boolean }) {
  const { t, f } = useText(strings);
  const { disputes, asOf } = view;
  if (disputes.length === 0) return null;
  return (
    <Block title={t.openDisputes} note={t.disputesNote(f.count(disputes.length))}>
      {disputes.map((dispute) => (
        <Dispute key={dispute.row} dispute={dispute} asOf={asOf} isBusy={isBusy} />
      ))}
    </Block>
  );
}
