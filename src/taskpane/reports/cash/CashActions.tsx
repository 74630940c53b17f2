import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { groupBy } from "../../../core/api";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { exactSum } from "../../parts/exactSum";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { cashOf } from "./cashState";
import { canPost } from "./ProposalList";
import { strings } from "./strings";
import type { CashView } from "./view";
import type { ProposalView } from "./view/proposals";

const useStyles = makeStyles({ says: { flexBasis: "100%" } });

/** "EUR 1,200.00, USD 80.00": what is posted of the payments that are ticked. */
function useAmounts(): (proposals: readonly ProposalView[]) => string {
  const { f } = useText(strings);
  return (proposals) => {
    const byCurrency = groupBy(
      proposals.map(({ amount }) => amount),
      ({ currency }) => currency,
    );
    return [...byCurrency]
      .map(([currency, amounts]) =>
        f.money({ currency, amount: exactSum(amounts.map(({ amount }) => amount)) }),
      )
      .join(", ");
  };
}

interface WhatIsWrittenProps {
  readonly selected: readonly ProposalView[];
  /** Payments of bank files that are new. */
  readonly imported: number;
}

/** What the next press of a button would write. */
function WhatIsWritten({ selected, imported }: WhatIsWrittenProps) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  const amountsOf = useAmounts();
  if (selected.length === 0 && imported === 0) return null;
  const says = [
    ...(selected.length > 0 ? [t.willPost(f.count(selected.length), amountsOf(selected))] : []),
    ...(imported > 0 ? [t.willWrite(f.count(imported))] : []),
    t.writes,
  ];
  return (
    <span className={mergeClasses(styles.says, text.quiet)} role="status">
      {says.join(" ")}
    </span>
  );
}

interface CashActionsProps {
  readonly view: CashView | undefined;
  readonly isBusy: boolean;
}

/** What can be done with proposals, below what it would write. */
export function CashActions({ view, isBusy }: CashActionsProps) {
  const { t, f } = useText(strings);
  const pane = usePane();
  const cash = cashOf(pane);
  const { ticked, reversing } = useStore(cash.draft);
  const proposals = view?.proposals ?? [];
  const selected = proposals.filter((each) => canPost(each) && ticked.has(each.paymentId));
  const reverse = (view?.posted ?? []).map(({ sourceId }) => sourceId).filter((id) => reversing.has(id));
  const high = proposals.filter(({ confidence }) => confidence === "high");
  const write = async (title: string, ids: readonly string[], back: readonly string[], said: string) => {
    const outcome = await cash.write(title, { selected: ids, reverse: back });
    if (outcome !== "failed") pane.say(outcome === "written" ? said : t.nothing);
  };
  const count = f.count(selected.length);
  return (
    <>
      <WhatIsWritten selected={selected} imported={view?.imported ?? 0} />
      <Button
        appearance="primary"
        disabledFocusable={isBusy || selected.length === 0}
        onClick={() =>
          void write(
            t.actPosted,
            selected.map(({ paymentId }) => paymentId),
            [],
            t.done(count),
          )
        }
      >
        {t.post}
      </Button>
      <Button
        disabledFocusable={isBusy || high.length === 0}
        onClick={() =>
          cash.draft.dispatch({ ticked: new Set([...ticked, ...high.map(({ paymentId }) => paymentId)]) })
        }
      >
        {t.acceptHigh}
      </Button>
      <Button
        disabledFocusable={isBusy || reverse.length === 0}
        onClick={() => void write(t.actReversed, [], reverse, t.reversed(f.count(reverse.length)))}
      >
        {t.reverse}
      </Button>
      <Button
        appearance="subtle"
        disabledFocusable={isBusy || proposals.length === 0}
        onClick={() => void write(t.actPosted, [], [], t.kept)}
      >
        {t.keep}
      </Button>
    </>
  );
}
