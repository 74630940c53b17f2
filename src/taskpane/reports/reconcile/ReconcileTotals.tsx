import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { Block } from "../../parts/Block";
import { useTextStyles } from "../../parts/textStyles";
import type { ReconcileView } from "./view";
import { useText } from "../../strings/text";
import { strings } from "./strings";

// The library of charts is larger than the rest of the pane.
const CauseChart = lazy(() => import(/* webpackChunkName: "chart" */ "./CauseChart"));

const useStyles = makeStyles({
  figures: {
    display: "grid",
    gridTemplateColumns: "repeat(3, minmax(0, 1fr))",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    margin: 0,
    "@media (max-width: 240px)": { gridTemplateColumns: "1fr" },
    "& dd": { margin: 0, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
  },
  // The library draws a little beyond its box.
  chart: { minHeight: "48px", minWidth: 0, paddingRight: tokens.spacingHorizontalXS },
});

type Total = ReconcileView["totals"][number];

function CurrencyTotals({
  total,
  causes: all,
}: {
  readonly total: Total;
  readonly causes: ReconcileView["causes"];
}) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  const { currency, underBilled, overBilled, net, rate } = total;
  const causes = all.filter(({ sum }) => sum.currency === currency && sum.amount !== 0);
  const figures = [
    [t.under, underBilled],
    [t.over, overBilled],
    [t.net, net],
  ] as const;
  return (
    <Block key={currency} title={currency} note={rate === undefined ? undefined : t.rate(f.percent(rate))}>
      <dl className={styles.figures}>
        {figures.map(([name, amount]) => (
          <div key={name}>
            <dt className={text.quiet}>{name}</dt>
            <dd className={mergeClasses(text.number)} style={{ textAlign: "left" }}>
              {f.amount({ currency, amount })}
            </dd>
          </div>
        ))}
      </dl>
      {causes.length > 0 && (
        <div className={styles.chart}>
          <Suspense>
            <CauseChart causes={causes} />
          </Suspense>
        </div>
      )}
    </Block>
  );
}

/** Money not billed and billed too much, currency by currency, and what it comes from. */
export function ReconcileTotals({ view }: { readonly view: ReconcileView }) {
  const { t } = useText(strings);
  const text = useTextStyles();
  const isBalanced = ({ underBilled, overBilled }: Total) => underBilled === 0 && overBilled === 0;
  const balanced = view.totals.filter(isBalanced);
  const compared = balanced.filter(({ documents }) => documents > 0).map(({ currency }) => currency);
  const without = view.totals.filter(({ documents }) => documents === 0).map(({ currency }) => currency);
  return (
    <>
      {view.totals
        .filter((total) => !isBalanced(total))
        .map((total) => (
          <CurrencyTotals key={total.currency} total={total} causes={view.causes} />
        ))}
      {compared.length > 0 && <p className={text.paragraph}>{t.balanced(compared.join(", "))}</p>}
      {without.length > 0 && <p className={text.paragraph}>{t.withoutDocuments(without.join(", "))}</p>}
    </>
  );
}
