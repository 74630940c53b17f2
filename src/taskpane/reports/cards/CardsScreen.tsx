import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { FailureText } from "../../parts/FailureText";
import { Block } from "../../parts/Block";
import { CellLink } from "../../parts/CellLink";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { SummaryRow } from "../../parts/SummaryRow";
import { saveFile } from "../../parts/saveFile";
import { useTextStyles } from "../../parts/textStyles";
import { ReportFrame } from "../../report/ReportFrame";
import { copyName, currentFile } from "../../run/currentFile";
import { UndoBar } from "../../run/UndoBar";
import { isBusy } from "../../state/billState";
import { settle } from "../../state/failure";
import { useText } from "../../strings/text";
import { cardsOf } from "./cardsState";
import { cardStrings } from "./cardStrings";
import { strings } from "./strings";
import type { CardView } from "./view";

/** More would hardly be read one by one. */
const MOST = 200;

function CardList({ cards }: { readonly cards: readonly CardView[] }) {
  const { t } = useText(cardStrings);
  const text = useTextStyles();
  return (
    <ul className={text.list}>
      {cards.slice(0, MOST).map(({ at, where, masked, scheme }, index) => (
        <li key={index} className={text.row}>
          <SummaryRow
            title={at ? <CellLink at={at} /> : where}
            figure={t.card(masked, scheme)}
            {...(at && where !== "" && { note: where })}
          />
        </li>
      ))}
    </ul>
  );
}

/** Hands over a copy in which everything is masked. */
function MaskedCopyButton() {
  const pane = usePane();
  const { session, port } = pane.services;
  const { t } = useText(cardStrings);
  const [isMaking, setMaking] = useState(false);
  const save = async () => {
    setMaking(true);
    const file = await currentFile(pane);
    const made = file.ok ? await settle(session.ask("cards", "maskedCopy", file.value)) : file;
    setMaking(false);
    if (!made.ok) return pane.report(made.failure);
    const name = copyName(port.name(), "masked", made.value.format);
    saveFile(new Blob([new Uint8Array(made.value.bytes)]), name);
    pane.say(t.saved(name));
  };
  return (
    <Button disabledFocusable={isMaking} onClick={() => void save()}>
      {t.saveCopy}
    </Button>
  );
}

/** Card numbers that nobody should keep in a workbook, with the way to be rid of them. */
export default function CardsScreen() {
  const { t: named } = useText(strings);
  const { t, f } = useText(cardStrings);
  const pane = usePane();
  const cards = cardsOf(pane);
  const text = useTextStyles();
  const { view, isRunning, failure } = useStore(cards.asked.store);
  const hasFile = useStore(cards.hasFile);
  const state = useStore(pane.bill.store);
  const busy = isRunning || isBusy(state);
  useEffect(() => void cards.load(), [cards]);
  const mask = async () => {
    const outcome = await cards.mask(t.mask);
    if (outcome !== "failed") pane.say(outcome === "written" ? t.masked : t.unchanged);
  };
  return (
    <ReportFrame
      title={named.title}
      lead={t.lead}
      actions={
        <Button
          appearance="primary"
          disabledFocusable={busy || view === undefined || view.cells.length === 0}
          onClick={() => void mask()}
        >
          {t.mask}
        </Button>
      }
    >
      <UndoBar onUndone={cards.load} />
      {busy && <ProgressPanel activity={t.scanning} />}
      {failure !== undefined && <FailureText>{failure.message}</FailureText>}
      {view !== undefined && view.cells.length + view.beside.length === 0 && (
        <p className={text.paragraph}>{t.none}</p>
      )}
      {view !== undefined && view.cells.length > 0 && (
        <Block title={t.cells} note={t.cellsNote(f.count(view.cells.length))}>
          <CardList cards={view.cells} />
        </Block>
      )}
      {view !== undefined && view.beside.length > 0 && (
        <Block title={t.beside} note={t.besideNote}>
          <CardList cards={view.beside} />
          <MaskedCopyButton />
        </Block>
      )}
      {!hasFile && <span className={text.quiet}>{t.notLooked}</span>}
    </ReportFrame>
  );
}
