import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { useEffect } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { FailureText } from "../../parts/FailureText";
import { Block } from "../../parts/Block";
import { CopyButton } from "../../parts/CopyButton";
import { Disclosure } from "../../parts/Disclosure";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import { Findings } from "../../run/Findings";
import { bookOf, isBusy } from "../../state/billState";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import { Result, VerifiedList } from "./VerifiedList";
import { verifyOf } from "./verifyState";
import { verifyStrings } from "./verifyStrings";
import type { VerifyView } from "./view";

const useStyles = makeStyles({
  result: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  input: { minWidth: 0, width: "100%" },
});

/** The head of the log, for noting elsewhere. */
function Head({ view }: { readonly view: VerifyView }) {
  const { t, f } = useText(verifyStrings);
  const text = useTextStyles();
  if (view.head === "") return <p className={text.paragraph}>{t.noLog}</p>;
  return (
    <Block title={t.headNow} note={t.rows(f.count(view.logRows))}>
      <code className={text.formula}>{view.head}</code>
      <div>
        <CopyButton text={view.head} name={t.copyHead} />
      </div>
    </Block>
  );
}

function Content({ view }: { readonly view: VerifyView }) {
  const { t, f } = useText(verifyStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const { result, passed, failed, notChecked, invoices, findings } = view;
  return (
    <>
      <div className={styles.result} role="status">
        <Result of={result} />
        <span>{t.counts(f.count(passed), f.count(failed), f.count(notChecked))}</span>
      </div>
      {findings.length > 0 && (
        <Block title={t.book}>
          <Findings findings={findings} />
        </Block>
      )}
      {invoices.length === 0 ? <p className={text.paragraph}>{t.none}</p> : <VerifiedList view={view} />}
      <Head view={view} />
      <Disclosure summary={t.claim}>
        {() => view.claim.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
      </Disclosure>
    </>
  );
}

/** Whether a workbook that came back is what it was, document by document and cell by cell. */
export default function VerifyScreen() {
  const { t: named } = useText(strings);
  const { t } = useText(verifyStrings);
  const pane = usePane();
  const verify = verifyOf(pane);
  const styles = useStyles();
  const { view, isRunning, failure } = useStore(verify.asked.store);
  const { head } = useStore(verify.choice);
  const state = useStore(pane.bill.store);
  const edited = bookOf(state)?.edited;
  // Whoever opens it wants to know at once.
  useEffect(() => void verify.load(), [verify]);
  const busy = isRunning || isBusy(state);
  const progress = isBusy(state) ? state.progress : undefined;
  return (
    <Screen
      title={named.title}
      lead={t.lead}
      actions={
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void verify.load()}>
          {t.again}
        </Button>
      }
    >
      <Field label={t.head} hint={t.headHint}>
        <Input
          className={styles.input}
          value={head}
          spellCheck={false}
          onChange={(_, { value }) => verify.choice.dispatch({ head: value.trim() })}
          onKeyDown={({ key }) => key === "Enter" && !busy && void verify.load()}
        />
      </Field>
      {edited !== undefined && !busy && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t.edited(edited)}</MessageBarBody>
        </MessageBar>
      )}
      {busy && <ProgressPanel activity={t.running} progress={progress} />}
      {failure !== undefined && <FailureText>{failure.message}</FailureText>}
      {view !== undefined && <Content view={view} />}
    </Screen>
  );
}
