import { Button, Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { Block } from "../../parts/Block";
import { CellLink } from "../../parts/CellLink";
import { exactSum } from "../../parts/exactSum";
import { foundBy } from "../../parts/foundBy";
import { SearchField } from "../../parts/SearchField";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import { Waiting } from "../../parts/Waiting";
import { settle } from "../../state/failure";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { cashOf } from "./cashState";
import { strings } from "./strings";
import type { OpenDocumentView } from "./view";
import type { ProposalView } from "./view/proposals";

const MOST = 50;

const useStyles = makeStyles({
  item: { display: "flex", alignItems: "center" },
  texts: { flexGrow: 1, minWidth: 0, padding: `${tokens.spacingVerticalXS} 0` },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface ChangeMatchProps {
  readonly proposal: ProposalView;
  readonly onChoose: (numbers: readonly string[]) => Promise<void>;
  readonly onBack: () => void;
}

interface DocumentItemProps {
  readonly proposal: ProposalView;
  readonly document: OpenDocumentView;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function DocumentItem({ proposal, document, isChosen, onToggle }: DocumentItemProps) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  const { number, customer, due, open, at } = document;
  const notes = [
    customer === proposal.customer ? "" : customer,
    t.due(f.day(due)),
    proposal.candidates.includes(number) ? t.couldBe : "",
  ];
  return (
    <li className={mergeClasses(styles.item, text.row)}>
      <Checkbox aria-label={number} checked={isChosen} onChange={onToggle} />
      <span className={styles.texts}>
        <SummaryRow
          title={<CellLink at={at}>{number}</CellLink>}
          figure={f.money(open)}
          note={notes.filter((part) => part !== "").join(" · ")}
        />
      </span>
    </li>
  );
}

interface OpenDocumentsProps extends ChangeMatchProps {
  readonly documents: readonly OpenDocumentView[];
}

function OpenDocuments({ proposal, documents, onChoose, onBack }: OpenDocumentsProps) {
  const { t, f } = useText(strings);
  const { t: pane } = useText(paneStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(proposal.shares.map(({ document }) => document)),
  );
  const toggle = (number: string) => {
    const next = new Set(chosen);
    if (!next.delete(number)) next.add(number);
    setChosen(next);
  };
  // What fits best stands first; the rest stays in the order in which it is due.
  const ranks = new Map(proposal.candidates.map((number, index) => [number, index]));
  const rank = ({ number }: OpenDocumentView) => ranks.get(number) ?? ranks.size;
  const isFound = foundBy(search);
  const found = documents.filter(({ number, customer }) => isFound(number, customer));
  const shown = [...found].sort((a, b) => rank(a) - rank(b));
  const picked = documents.filter(({ number }) => chosen.has(number));
  const sum = exactSum(picked.map(({ open }) => open.amount));
  if (documents.length === 0) return <p className={text.paragraph}>{t.noneOpen}</p>;
  return (
    <>
      {documents.length > 8 && (
        <SearchField label={t.find} hint={t.findHint} value={search} onSearch={setSearch} />
      )}
      <ul className={text.list} aria-label={t.changeTitle}>
        {shown.slice(0, MOST).map((document) => (
          <DocumentItem
            key={document.number}
            proposal={proposal}
            document={document}
            isChosen={chosen.has(document.number)}
            onToggle={() => toggle(document.number)}
          />
        ))}
      </ul>
      <p className={mergeClasses(text.paragraph, text.quiet)} role="status">
        {t.chosenSum(f.money({ ...proposal.amount, amount: sum }), f.money(proposal.amount))}
      </p>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={picked.length === 0}
          onClick={() => void onChoose(picked.map(({ number }) => number))}
        >
          {t.useThese}
        </Button>
        <Button onClick={onBack}>{pane.bill.cancel}</Button>
      </div>
    </>
  );
}

/** The open documents that a payment can be put against in place of what the rules say. */
export function ChangeMatch(props: ChangeMatchProps) {
  const { t } = useText(strings);
  const pane = usePane();
  const { session } = pane.services;
  const { draft } = cashOf(pane);
  const { paymentId } = props.proposal;
  const load = useCallback(() => {
    const { files, chosen } = draft.get();
    return settle(session.ask("cash", "openDocuments", { files, chosen }, paymentId));
  }, [session, draft, paymentId]);
  const [loaded, again] = useLoaded(load);
  return (
    <Block title={t.changeTitle} note={t.changeHint}>
      <Waiting for={loaded} onRetry={again}>
        {(documents) => <OpenDocuments {...props} documents={documents} />}
      </Waiting>
    </Block>
  );
}
