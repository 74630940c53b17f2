import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useState } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { Block } from "../../parts/Block";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import { ProblemList } from "../../run/ProblemList";
import { UndoBar } from "../../run/UndoBar";
import { bookOf, isBusy } from "../../state/billState";
import { useText } from "../../strings/text";
import { agingOf } from "./agingState";
import { AgingTable } from "./AgingTable";
import { DocumentsScreen } from "./DocumentsScreen";
import { strings } from "./strings";
import type { AgingCell, AgingView } from "./view";

// The library of charts is larger than the rest of the pane.
const BandChart = lazy(() => import(/* webpackChunkName: "chart" */ "./BandChart"));

const useStyles = makeStyles({
  day: { maxWidth: "200px" },
  // The library draws a little beyond its box.
  chart: { minHeight: "48px", minWidth: 0, paddingRight: tokens.spacingHorizontalXS },
});

/** A figure that was opened. */
interface Opened {
  readonly cell: AgingCell;
  readonly title: string;
}

interface FiguresProps {
  readonly view: AgingView;
  readonly onOpen: (opened: Opened) => void;
}

function Figures({ view, onOpen }: FiguresProps) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  return (
    <>
      <ProblemList issues={view.issues} />
      {view.totals.length === 0 && <p className={text.paragraph}>{t.nothing}</p>}
      {view.totals.map((total) => (
        <Block key={total.currency} title={total.currency} note={t.shownFor(f.day(view.asOf))}>
          {total.bands.some((amount) => amount !== 0) && (
            <div className={styles.chart}>
              <Suspense>
                <BandChart labels={view.labels} currency={total.currency} bands={total.bands} />
              </Suspense>
            </div>
          )}
          <AgingTable
            view={view}
            total={total}
            onOpen={(cell, column, customer) => onOpen({ cell, title: t.documents(column.title, customer) })}
          />
        </Block>
      ))}
      {view.totals.length > 0 && <p className={`${text.paragraph} ${text.quiet}`}>{t.sums}</p>}
    </>
  );
}

function DayField() {
  const { t } = useText(strings);
  const aging = agingOf(usePane());
  const styles = useStyles();
  const day = useStore(aging.day);
  const last = useStore(aging.lastDay.store).view ?? "";
  return (
    <Field label={t.asOf} hint={t.asOfHint} className={styles.day}>
      <Input
        type="date"
        style={{ minWidth: 0 }}
        value={day ?? last}
        onChange={(_, { value }) => aging.day.dispatch(value === "" ? undefined : value)}
      />
    </Field>
  );
}

/** Who owes how much for how long at a day, down to the documents. */
export default function AgingScreen() {
  const { t } = useText(strings);
  const pane = usePane();
  const aging = agingOf(pane);
  const text = useTextStyles();
  const { view, isRunning, failure } = useStore(aging.asked.store);
  const lastDay = useStore(aging.lastDay.store).view;
  const state = useStore(pane.bill.store);
  const edited = bookOf(state)?.edited;
  const [opened, setOpened] = useState<Opened>();
  useEffect(() => void aging.load(), [aging]);
  const busy = isRunning || isBusy(state);
  const progress = isBusy(state) ? state.progress : undefined;
  if (opened !== undefined && view !== undefined)
    return <DocumentsScreen asOf={view.asOf} {...opened} onBack={() => setOpened(undefined)} />;
  const write = async () => {
    const outcome = await aging.write(t.actWritten);
    if (outcome === "written") pane.say(t.written);
    if (outcome === "nothing") pane.say(t.unchanged);
  };
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void aging.show()}>
            {t.show}
          </Button>
          <Button
            disabledFocusable={busy || view === undefined || edited !== undefined}
            onClick={() => void write()}
          >
            {t.write}
          </Button>
        </>
      }
    >
      <UndoBar onUndone={aging.load} />
      {edited !== undefined && view !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t.stale(edited)}</MessageBarBody>
        </MessageBar>
      )}
      <DayField />
      {busy && <ProgressPanel activity={t.running} progress={progress} />}
      {failure !== undefined && (
        <p className={`${text.paragraph} ${text.error}`} role="alert">
          {failure.message}
        </p>
      )}
      {lastDay === "" && <p className={text.paragraph}>{t.noBook}</p>}
      {view !== undefined && <Figures view={view} onOpen={setOpened} />}
    </Screen>
  );
}
