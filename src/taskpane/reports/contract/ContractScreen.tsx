import { Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { useSettled } from "../../hooks/useSettled";
import { Waiting } from "../../parts/Waiting";
import { ReportScreen } from "../../report/ReportScreen";
import { settle } from "../../state/failure";
import { useText } from "../../strings/text";
import { ContractFacts } from "./ContractFacts";
import { contractStrings } from "./contractStrings";
import { strings } from "./strings";
import type { ContractChoices } from "./view";

const useStyles = makeStyles({ input: { minWidth: 0, width: "100%" } });

/** A contract on a day, loaded anew when either changes; an empty day is the latest of the workbook. */
function OnDay({ contractId, day }: { readonly contractId: string; readonly day: string }) {
  const { session } = usePane().services;
  const load = useCallback(
    () => settle(session.ask("contract", "onDay", contractId, day)),
    [session, contractId, day],
  );
  const [loaded, again] = useLoaded(load);
  return (
    <Waiting for={loaded} onRetry={again}>
      {(shown) => <ContractFacts contract={shown} />}
    </Waiting>
  );
}

function Chosen({ contracts }: ContractChoices) {
  const { t } = useText(contractStrings);
  const styles = useStyles();
  const [contractId, setContract] = useState(contracts[0]?.contractId);
  const [day, setDay] = useState("");
  const settledDay = useSettled(day);
  if (contractId === undefined) return <p>{t.none}</p>;
  return (
    <>
      <Field label={t.contract}>
        <Select className={styles.input} value={contractId} onChange={(_, { value }) => setContract(value)}>
          {contracts.map(({ contractId: id, customer }) => (
            <option key={id} value={id}>
              {`${id} · ${customer}`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.day}>
        <Input className={styles.input} type="date" value={day} onChange={(_, { value }) => setDay(value)} />
      </Field>
      <OnDay contractId={contractId} day={settledDay} />
    </>
  );
}

/** A contract: its prices on a day and before, what its period bills so far, notice and renewal. */
export default function ContractScreen() {
  const { t } = useText(strings);
  return (
    <ReportScreen report="contract" title={t.title} lead={t.about}>
      {(choices) => <Chosen {...choices} />}
    </ReportScreen>
  );
}
