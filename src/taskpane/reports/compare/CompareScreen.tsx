import { Button } from "@fluentui/react-components";
import { useEffect } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { FailureText } from "../../parts/FailureText";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import { UndoBar } from "../../run/UndoBar";
import { isBusy } from "../../state/billState";
import { useText } from "../../strings/text";
import { compareOf } from "./compareState";
import { compareStrings } from "./compareStrings";
import { CurrencyEffects } from "./CurrencyEffects";
import { DifferentDocuments } from "./DifferentDocuments";
import { OtherWorkbook } from "./OtherWorkbook";
import { strings } from "./strings";
import type { CompareView } from "./view";

function Content({ view, name }: { readonly view: CompareView; readonly name: string }) {
  const { t } = useText(compareStrings);
  const text = useTextStyles();
  const { currencies, documents, numbers } = view;
  return (
    <>
      <p className={text.paragraph}>{t.comparedWith(name)}</p>
      {numbers.length > 0 && <p className={text.paragraph}>{t.twice(numbers.join(", "))}</p>}
      {documents.length === 0 ? (
        <p className={text.paragraph}>{t.equal}</p>
      ) : (
        <>
          {currencies.map((each) => (
            <CurrencyEffects key={each.currency} view={each} name={name} />
          ))}
          <DifferentDocuments documents={documents} />
        </>
      )}
    </>
  );
}

/** Two billed workbooks side by side: what the difference comes from. */
export default function CompareScreen() {
  const { t: named } = useText(strings);
  const { t } = useText(compareStrings);
  const pane = usePane();
  const compare = compareOf(pane);
  const { view, isRunning, failure } = useStore(compare.asked.store);
  const { book, reading } = useStore(compare.other);
  const state = useStore(pane.bill.store);
  useEffect(() => void compare.load(), [compare]);
  const busy = isRunning || reading !== undefined || isBusy(state);
  const write = async () => {
    const outcome = await compare.write(t.act);
    if (outcome !== "failed") pane.say(outcome === "written" ? t.written : t.unchanged);
  };
  const canWrite = view !== undefined && view.documents.length > 0;
  return (
    <Screen
      title={named.title}
      lead={t.lead}
      actions={
        canWrite ? (
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void write()}>
            {t.write}
          </Button>
        ) : undefined
      }
    >
      <UndoBar onUndone={compare.load} />
      <OtherWorkbook isBusy={busy} />
      {busy && (
        <ProgressPanel
          activity={reading === undefined ? t.running : t.reading(reading)}
          share={isBusy(state) ? state.progress?.share : undefined}
        />
      )}
      {failure !== undefined && <FailureText>{failure.message}</FailureText>}
      {view !== undefined && book !== undefined && <Content view={view} name={book.name} />}
    </Screen>
  );
}
