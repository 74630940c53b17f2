import { useCallback } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { useStore } from "../../hooks/useStore";
import { Block } from "../../parts/Block";
import { Disclosure } from "../../parts/Disclosure";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import { Waiting } from "../../parts/Waiting";
import { actsOf } from "../../run/acts";
import { Findings } from "../../run/Findings";
import { settle } from "../../state/failure";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import type { ChangesView, HistoryView } from "./view/changesView";

/** "Approve by Ben, Nov 2, 2026". */
function useActText(): (row: HistoryView) => string {
  const { t, f } = useText(strings);
  return ({ action, who, when }) => t.doneBy(t.past[action] ?? action, who, f.day(when.slice(0, 10)));
}

function History({ history }: { readonly history: readonly HistoryView[] }) {
  const { t } = useText(strings);
  const text = useTextStyles();
  const actText = useActText();
  if (history.length === 0) return null;
  return (
    <Block title={t.history}>
      <ol className={text.list}>
        {history.map((row, index) => (
          <li key={index} className={text.row}>
            <SummaryRow
              title={actText(row)}
              figure={row.from === row.to ? "" : t.fromTo(row.from, row.to)}
              {...(row.comment !== "" && { note: row.comment })}
            />
          </li>
        ))}
      </ol>
    </Block>
  );
}

function Changed({ view }: { readonly view: ChangesView }) {
  const { t } = useText(strings);
  const text = useTextStyles();
  const actText = useActText();
  const { since, changes, history } = view;
  const before =
    since === "inputs" ? t.sinceInputs : since === "seal" ? t.sinceSeal : t.since(actText(since));
  const lapse = [...history].reverse().find(({ action }) => action === "lapse");
  return (
    <>
      <p className={text.paragraph}>
        {changes.length === 0 ? t.unchangedSince(before) : t.changedSince(before)}
      </p>
      {changes.length > 0 && <Findings findings={changes} />}
      {lapse !== undefined && (
        <p className={text.paragraph}>{t.lapsed(lapse.comment.split("; ").join("\n"))}</p>
      )}
      <History history={history} />
    </>
  );
}

function LoadedChanges({ number }: { readonly number: string }) {
  const pane = usePane();
  const { session } = pane.services;
  const acts = useStore(actsOf(pane).store);
  const load = useCallback(() => {
    void acts;
    return settle(session.ask("review", "changes", number));
  }, [session, number, acts]);
  const [loaded, again] = useLoaded(load);
  return (
    <Waiting for={loaded} onRetry={again}>
      {(view) => <Changed view={view} />}
    </Waiting>
  );
}

/** In what a document is not any more what was sealed, and who did what to it. */
export function Changes({ number }: { readonly number: string }) {
  const { t } = useText(strings);
  return <Disclosure summary={t.whatChanged}>{() => <LoadedChanges number={number} />}</Disclosure>;
}
