import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import { usePane } from "../hooks/context";
import { useStore } from "../hooks/useStore";
import { useTextStyles } from "../parts/textStyles";
import { actsOf } from "../run/acts";
import { Findings } from "../run/Findings";
import { isBusy } from "../state/billState";
import { issuedStrings } from "../strings/issued";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";
import { useIssuedChanges } from "./useIssuedChanges";

/** So many documents are named. */
const NAMED = 3;
/** So many cells of each. */
const CELLS = 4;

const useStyles = makeStyles({
  bar: { flexShrink: 0, borderRadius: 0, borderLeft: 0, borderRight: 0 },
  body: { paddingTop: tokens.spacingVerticalSNudge, overflowWrap: "anywhere" },
});

type Changed = NonNullable<ReturnType<typeof useIssuedChanges>>["documents"];

function Documents({ documents }: { readonly documents: Changed }) {
  const { t } = useText(issuedStrings);
  const { f } = useText(paneStrings);
  const text = useTextStyles();
  const rest = documents.length - NAMED;
  return (
    <>
      {documents.slice(0, NAMED).map(({ invoice, isGone, canReturn, changes }) => (
        <div key={invoice}>
          <span className={text.strong}>{invoice}</span>
          {isGone ? (
            <div>{canReturn ? t.deleted(invoice) : t.gone(invoice)}</div>
          ) : (
            <Findings findings={changes.slice(0, CELLS)} />
          )}
        </div>
      ))}
      {rest > 0 && t.more(f.count(rest))}
    </>
  );
}

/** Says over every view that an issued document was edited, with the way back to what was issued. */
export default function IssuedChanged() {
  const { t, f } = useText(issuedStrings);
  const { t: pane } = useText(paneStrings);
  const styles = useStyles();
  const whole = usePane();
  const issued = useIssuedChanges(whole);
  const busy = isBusy(useStore(whole.bill.store));
  const [dismissed, dismiss] = useState<Changed>();
  const documents = issued?.documents ?? [];
  if (documents.length === 0 || documents === dismissed) return null;
  const restore = async () => {
    const outcome = await actsOf(whole).write(t.restore, () =>
      whole.services.session.ask("review", "restorePlan"),
    );
    if (outcome === "written") whole.say(t.restored);
  };
  return (
    <MessageBar
      className={styles.bar}
      layout="multiline"
      intent="warning"
      role="group"
      aria-label={t.title}
      politeness="assertive"
    >
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{t.title}</MessageBarTitle>
        <div>{t.changed(f.count(documents.length))}</div>
        <Documents documents={documents} />
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            icon={<Dismiss16Regular />}
            aria-label={pane.frame.dismiss}
            onClick={() => dismiss(documents)}
          />
        }
      >
        {documents.some(({ canReturn }) => canReturn) && (
          <Button size="small" disabledFocusable={busy} onClick={() => void restore()}>
            {t.restore}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
