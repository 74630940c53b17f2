import { Field, makeStyles, Select } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { Waiting } from "../../parts/Waiting";
import { ReportScreen } from "../../report/ReportScreen";
import { settle } from "../../state/failure";
import { useText } from "../../strings/text";
import { CalendarPeriods } from "./CalendarPeriods";
import { strings } from "./strings";
import type { CalendarChoices } from "./view";

const useStyles = makeStyles({ input: { minWidth: 0, width: "100%" } });

function Calendar({ contractId, year }: { readonly contractId: string; readonly year: string }) {
  const { session } = usePane().services;
  const load = useCallback(
    () => settle(session.ask("calendar", "year", contractId, year)),
    [session, contractId, year],
  );
  const [loaded, again] = useLoaded(load);
  return (
    <Waiting for={loaded} onRetry={again}>
      {(calendar) => <CalendarPeriods calendar={calendar} />}
    </Waiting>
  );
}

function Chosen({ contracts, years }: CalendarChoices) {
  const { t } = useText(strings);
  const styles = useStyles();
  const [contract, setContract] = useState(contracts[0]?.contractId);
  const [year, setYear] = useState(years[0]);
  if (contract === undefined || year === undefined) return <p>{t.none}</p>;
  return (
    <>
      <Field label={t.contract}>
        <Select className={styles.input} value={contract} onChange={(_, { value }) => setContract(value)}>
          {contracts.map(({ contractId, customer }) => (
            <option key={contractId} value={contractId}>
              {`${contractId} · ${customer}`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.year}>
        <Select className={styles.input} value={year} onChange={(_, { value }) => setYear(value)}>
          {years.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      </Field>
      <Calendar contractId={contract} year={year} />
    </>
  );
}

/** What each billing period of a contract expects, and what bills it. */
export default function CalendarScreen() {
  const { t } = useText(strings);
  return (
    <ReportScreen report="calendar" title={t.title} lead={t.about}>
      {(choices) => <Chosen {...choices} />}
    </ReportScreen>
  );
}
