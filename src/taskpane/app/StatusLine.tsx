import { makeStyles, tokens } from "@fluentui/react-components";
import { LockClosed12Regular } from "@fluentui/react-icons/svg/lock-closed";
import { bookOf } from "../state/billState";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";
import { usePane } from "../hooks/context";
import { useStore } from "../hooks/useStore";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    flexShrink: 0,
    justifyContent: "space-between",
    gap: `0 ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  book: { minWidth: 0, maxWidth: "100%", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  private: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXXS },
});

/** Which workbook and period the pane is about, and that all of it stays here. */
export function StatusLine() {
  const { t, f } = useText(paneStrings);
  const { services, bill } = usePane();
  const styles = useStyles();
  const period = bookOf(useStore(bill.store))?.choice.period;
  const name = services.port.name();
  return (
    <footer className={styles.line}>
      <span className={styles.book} title={name}>
        {[name, period === undefined ? t.frame.noPeriod : f.period(period)].filter(Boolean).join(" · ")}
      </span>
      <span className={styles.private}>
        <LockClosed12Regular aria-hidden />
        {t.frame.private}
      </span>
    </footer>
  );
}
