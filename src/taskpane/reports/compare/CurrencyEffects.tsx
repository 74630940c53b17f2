import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { AmountBar } from "../../parts/AmountBar";
import { Block } from "../../parts/Block";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { compareStrings } from "./compareStrings";
import type { CurrencyView } from "./view";

const useStyles = makeStyles({
  total: {
    display: "flex",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  name: { minWidth: 0, overflowWrap: "anywhere" },
  effect: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "baseline",
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  wide: { gridColumn: "1 / -1" },
});

/** From one total to the other, effect by effect; the effects add up to the difference. */
export function CurrencyEffects({ view, name }: { readonly view: CurrencyView; readonly name: string }) {
  const { t, f } = useText(compareStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const { currency, totalBefore, totalNow, difference, effects } = view;
  if (effects.length === 0) return <p className={text.paragraph}>{t.equalIn(currency)}</p>;
  const largest = Math.max(...effects.map(({ amount }) => Math.abs(amount)));
  const money = (amount: number) => f.amount({ currency, amount });
  const more = (amount: number) => f.difference({ currency, amount });
  const [first] = effects;
  const total = (title: string, amount: string, isStrong = false) => (
    <div className={mergeClasses(styles.total, isStrong && text.strong)}>
      <span className={styles.name}>{title}</span>
      <span className={text.number}>{amount}</span>
    </div>
  );
  return (
    <Block
      title={`${currency} ${more(difference)}`}
      note={t.sentence((t.effects[first!.effect] ?? first!.effect).toLowerCase(), more(first!.amount))}
    >
      {total(t.before(name), money(totalBefore))}
      <ul className={text.list}>
        {effects.map(({ effect, amount, documents }) => (
          <li key={effect} className={styles.effect}>
            <span>
              {t.effects[effect] ?? effect}{" "}
              <span className={text.quiet}>{t.inDocuments(f.count(documents))}</span>
            </span>
            <span className={text.number}>{more(amount)}</span>
            <span className={styles.wide}>
              <AmountBar amount={amount} largest={largest} />
            </span>
          </li>
        ))}
      </ul>
      {total(t.now, money(totalNow), true)}
    </Block>
  );
}
