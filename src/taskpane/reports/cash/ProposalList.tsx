import { Badge, Button, Field, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { Block } from "../../parts/Block";
import { useTextStyles } from "../../parts/textStyles";
import { VirtualList } from "../../parts/VirtualList";
import { useText } from "../../strings/text";
import { cashOf, proposalKinds, type ProposalKind } from "./cashState";
import { strings } from "./strings";
import type { ProposalView } from "./view/proposals";

const ROW = 76;

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    height: "100%",
    alignContent: "center",
    alignItems: "center",
  },
  clipped: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  wide: { gridColumn: "1 / -1" },
  filters: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    columnGap: tokens.spacingHorizontalS,
  },
  show: { flexBasis: "120px", flexGrow: 1, maxWidth: "180px" },
});

const colors = { high: "success", medium: "informative", low: "warning", "": "brand" } as const;

/** How sure a match is, in words and by colour. */
export function Confidence({ proposal }: { readonly proposal: Pick<ProposalView, "confidence"> }) {
  const { t } = useText(strings);
  return (
    <Badge appearance="tint" size="small" color={colors[proposal.confidence]} style={{ justifySelf: "end" }}>
      {t.confidence[proposal.confidence]}
    </Badge>
  );
}

/** The documents that a payment would go against, each once. */
export const documentsOf = ({ shares }: Pick<ProposalView, "shares">): string =>
  [...new Set(shares.map(({ document }) => document))].join(", ");

function Row({ proposal, isTicked }: { readonly proposal: ProposalView; readonly isTicked: boolean }) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  const { customer, amount, date, reference, rule, treatment, difference } = proposal;
  const documents = documentsOf(proposal);
  const outcome =
    difference === undefined || difference === 0
      ? treatment
      : `${treatment} ${f.difference({ ...amount, amount: difference })}`;
  // Who has to choose needs what the payer wrote.
  const why = documents === "" ? [reference] : [outcome, t.rules[rule] ?? rule];
  return (
    <span className={styles.row}>
      <span className={styles.clipped}>{customer}</span>
      <span className={text.number}>{f.money(amount)}</span>
      <span className={styles.clipped}>{documents === "" ? t.toReview : `→ ${documents}`}</span>
      <Confidence proposal={proposal} />
      <span className={mergeClasses(styles.clipped, styles.wide, text.quiet)}>
        {[f.day(date), ...why].filter((part) => part !== "").join(" · ")}
        {isTicked && <span className={text.hidden}>{t.ticked}</span>}
      </span>
    </span>
  );
}

function kindOf({ confidence, rule }: ProposalView): ProposalKind {
  if (rule === "") return "review";
  return confidence === "high" || confidence === "medium" ? confidence : "chosen";
}

/** Whether there is something to post of it. */
export const canPost = ({ rule }: ProposalView): boolean => rule !== "";

const idsOf = (proposals: readonly ProposalView[]) => proposals.map(({ paymentId }) => paymentId);

interface FiltersProps {
  readonly proposals: readonly ProposalView[];
  readonly shown: readonly ProposalView[];
}

/** Which proposals are shown, and all of them at once. */
function Filters({ proposals, shown }: FiltersProps) {
  const { t, f } = useText(strings);
  const { draft } = cashOf(usePane());
  const { ticked, kind } = useStore(draft);
  const styles = useStyles();
  const counts = (name: ProposalKind) =>
    f.count(name === "all" ? proposals.length : proposals.filter((each) => kindOf(each) === name).length);
  return (
    <div className={styles.filters}>
      <Field label={t.show} className={styles.show} size="small">
        <Select
          size="small"
          value={kind}
          onChange={(_, { value }) =>
            draft.dispatch({ kind: proposalKinds.find((each) => each === value) ?? "all" })
          }
        >
          {proposalKinds.map((name) => (
            <option key={name} value={name}>
              {`${t.filters[name]} (${counts(name)})`}
            </option>
          ))}
        </Select>
      </Field>
      <Button
        size="small"
        appearance="subtle"
        disabledFocusable={!shown.some(canPost)}
        onClick={() => draft.dispatch({ ticked: new Set([...ticked, ...idsOf(shown.filter(canPost))]) })}
      >
        {t.selectShown}
      </Button>
    </div>
  );
}

interface ProposalListProps {
  readonly proposals: readonly ProposalView[];
  /** The payment that somebody comes back from. */
  readonly cameFrom: string | undefined;
  readonly onOpen: (paymentId: string) => void;
}

/** Payments with what they would pay; those with the space bar or a tick are to be posted. */
export function ProposalList({ proposals, cameFrom, onOpen }: ProposalListProps) {
  const { t } = useText(strings);
  const { draft } = cashOf(usePane());
  const { ticked, kind } = useStore(draft);
  const text = useTextStyles();
  const shown = kind === "all" ? proposals : proposals.filter((proposal) => kindOf(proposal) === kind);
  const onTick = ({ paymentId }: ProposalView) => {
    const next = new Set(ticked);
    if (!next.delete(paymentId)) next.add(paymentId);
    draft.dispatch({ ticked: next });
  };
  return (
    <Block title={t.proposals} note={t.keys}>
      <Filters proposals={proposals} shown={shown} />
      {shown.length === 0 && <p className={text.paragraph}>{t.noneHere}</p>}
      <VirtualList
        label={t.proposals}
        items={shown}
        rowHeight={ROW}
        keyOf={({ paymentId }) => paymentId}
        cameFrom={cameFrom}
        onOpen={({ paymentId }) => onOpen(paymentId)}
        ticks={{
          isTicked: (proposal) => canPost(proposal) && ticked.has(proposal.paymentId),
          canTick: canPost,
          onTick,
          nameOf: ({ paymentId }) => t.tick(paymentId),
        }}
      >
        {(proposal) => (
          <Row proposal={proposal} isTicked={canPost(proposal) && ticked.has(proposal.paymentId)} />
        )}
      </VirtualList>
    </Block>
  );
}
