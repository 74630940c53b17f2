import { makeStyles, tokens } from "@fluentui/react-components";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { Screen } from "../parts/Screen";
import { useTextStyles } from "../parts/textStyles";
import type { PaneReport } from "../report/report";
import { goTo, type View } from "../state/location";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";

const useStyles = makeStyles({
  item: {
    position: "relative",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "48px",
    padding: `${tokens.spacingVerticalXS} 0`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  texts: { flexGrow: 1, display: "flex", flexDirection: "column", minWidth: 0 },
  chevron: { flexShrink: 0 },
  link: {
    padding: 0,
    border: 0,
    background: "none",
    color: "inherit",
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "left",
    cursor: "pointer",
    // The whole row can be clicked.
    "::after": { content: "''", position: "absolute", inset: 0 },
    ":focus-visible": { outline: "none" },
    ":focus-visible::after": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

function ReportItem({ view, report }: { readonly view: View; readonly report: PaneReport }) {
  const { t } = useText(report.strings);
  const styles = useStyles();
  const text = useTextStyles();
  const { name } = report;
  return (
    <li className={`${styles.item} ${text.row}`}>
      <span className={styles.texts}>
        <button
          type="button"
          className={styles.link}
          {...(t.about !== undefined && { "aria-describedby": `about-${name}` })}
          onClick={() => goTo({ view, report: name })}
        >
          {t.title}
        </button>
        {t.about !== undefined && (
          <span id={`about-${name}`} className={text.quiet}>
            {t.about}
          </span>
        )}
      </span>
      <ChevronRight16Regular className={styles.chevron} aria-hidden />
    </li>
  );
}

interface ReportListProps {
  readonly view: View;
  readonly reports: readonly PaneReport[];
}

/** The reports of a tab, to choose from. */
export function ReportList({ view, reports }: ReportListProps) {
  const { t } = useText(paneStrings);
  const text = useTextStyles();
  return (
    <Screen title={t.frame.tabs[view]}>
      <ul className={text.list}>
        {reports.map((report) => (
          <ReportItem key={report.name} view={view} report={report} />
        ))}
      </ul>
    </Screen>
  );
}
