import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  track: { display: "block", height: "8px", borderRadius: tokens.borderRadiusSmall, minWidth: 0 },
  bar: {
    display: "block",
    height: "100%",
    minWidth: "2px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
  less: {
    backgroundColor: tokens.colorPaletteDarkOrangeForeground1,
    "@media (forced-colors: active)": { backgroundColor: "GrayText" },
  },
});

interface AmountBarProps {
  readonly amount: number;
  /** The amount that fills the line. */
  readonly largest: number;
}

/** How much an amount weighs beside others; the figure with its sign stands beside it, so nothing is read out. */
export function AmountBar({ amount, largest }: AmountBarProps) {
  const styles = useStyles();
  const share = largest === 0 ? 0 : Math.abs(amount) / largest;
  return (
    <span className={styles.track} aria-hidden>
      <span
        className={mergeClasses(styles.bar, amount < 0 && styles.less)}
        style={{ width: `${String(Math.round(share * 1000) / 10)}%` }}
      />
    </span>
  );
}
