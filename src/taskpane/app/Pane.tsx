import { makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { FailureBar } from "../parts/FailureBar";
import { Tabs } from "../parts/Tabs";
import { BillTab } from "./BillTab";
import { createBill } from "../state/createBill";
import { bookOf } from "../state/billState";
import { failureOf, type Failure } from "../state/failure";
import { goTo, location, views, type View } from "../state/location";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";
import { PaneContext } from "../hooks/context";
import { ErrorBoundary } from "./ErrorBoundary";
import type { Services } from "../services/services";
import { ReportTab } from "./ReportTab";
import { StatusLine } from "./StatusLine";
import { useAnnouncement } from "./useAnnouncement";
import { useStore } from "../hooks/useStore";

// Nothing waits for it: what it says comes after the workbook was read.
const IssuedChanged = lazy(() => import(/* webpackChunkName: "issued" */ "./IssuedChanged"));

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minHeight: 0,
    minWidth: 0,
    // With 200 % zoom there is too little height for bars that stay.
    "@media (max-height: 420px)": { height: "auto", minHeight: "100vh" },
  },
  // Excel lays its own menu over the upper right corner.
  tabs: { flexShrink: 0, paddingRight: "36px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  view: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    overflowY: "auto",
    overflowX: "hidden",
    "@media (max-height: 420px)": { overflow: "visible" },
  },
  panel: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0 },
  spoken: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

/** The tabs over one workbook, with its message bar and its status line. */
export function Pane({ services }: { readonly services: Services }) {
  const { t } = useText(paneStrings);
  const styles = useStyles();
  const { view } = useStore(location);
  const bill = useMemo(() => createBill(services), [services]);
  const state = useStore(bill.store);
  const [failure, report] = useState<Failure>();
  const [spoken, say] = useAnnouncement(bill.store);
  const pane = useMemo(() => ({ services, bill, report, say }), [services, bill, say]);
  useEffect(() => void bill.open(), [bill]);
  useBackgroundFaults(report);

  const failed = view === "bill" && state.step === "failed" ? state.failure : undefined;
  const shown = failure ?? failed;
  const dismiss = () => (failure === undefined ? bill.dismiss() : report(undefined));
  const show = (next: View) => {
    report(undefined);
    goTo({ view: next });
  };
  return (
    <PaneContext value={pane}>
      <div className={styles.pane}>
        <header className={styles.tabs}>
          <h1 className={styles.spoken}>{t.frame.product}</h1>
          <Tabs
            label={t.frame.views}
            values={views}
            names={t.frame.tabs}
            selected={view}
            controls="view"
            onSelect={show}
          />
        </header>
        <main className={styles.view} data-scrolls>
          <div className={styles.panel} id="view" role="tabpanel" aria-labelledby={`tab-${view}`}>
            {shown !== undefined && <FailureBar failure={shown} onDismiss={dismiss} />}
            {bookOf(state) !== undefined && (
              <ErrorBoundary>
                <Suspense>
                  <IssuedChanged />
                </Suspense>
              </ErrorBoundary>
            )}
            <ErrorBoundary key={view}>
              <Suspense>{view === "bill" ? <BillTab /> : <ReportTab key={view} view={view} />}</Suspense>
            </ErrorBoundary>
          </div>
        </main>
        <StatusLine />
        <div className={styles.spoken} role="status">
          {spoken}
        </div>
      </div>
    </PaneContext>
  );
}

/** Promises that nobody waits for are bugs; the person hears of them, and their work goes on. */
function useBackgroundFaults(report: (failure: Failure) => void): void {
  const { t } = useText(paneStrings);
  const message = t.crash.background;
  const onRejection = useCallback(
    (event: Event) => report({ ...failureOf((event as PromiseRejectionEvent).reason), message }),
    [report, message],
  );
  useEffect(() => {
    window.addEventListener("unhandledrejection", onRejection);
    return () => window.removeEventListener("unhandledrejection", onRejection);
  }, [onRejection]);
}
