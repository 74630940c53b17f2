import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { PaneReport } from "../report/report";
import { goTo, type View } from "../state/location";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";

const useStyles = makeStyles({
  nav: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
  },
  item: {
    minHeight: "24px",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusCircular,
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  shown: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    // Colours are gone there, and with them what tells it from the others.
    "@media (forced-colors: active)": { textDecorationLine: "underline" },
  },
});

interface ReportButtonProps {
  readonly view: View;
  readonly report: PaneReport;
  readonly isShown: boolean;
}

function ReportButton({ view, report, isShown }: ReportButtonProps) {
  const { t } = useText(report.strings);
  const styles = useStyles();
  return (
    <button
      type="button"
      className={mergeClasses(styles.item, isShown && styles.shown)}
      title={t.about}
      {...(isShown && { "aria-current": "page" })}
      onClick={() => goTo({ view, report: report.name })}
    >
      {t.title}
    </button>
  );
}

interface ReportNavProps {
  readonly view: View;
  readonly reports: readonly PaneReport[];
  readonly shown: PaneReport;
}

/** The reports of a tab side by side, above the one that is shown. */
export function ReportNav({ view, reports, shown }: ReportNavProps) {
  const { t } = useText(paneStrings);
  const styles = useStyles();
  return (
    <nav className={styles.nav} aria-label={t.frame.reports}>
      {reports.map((report) => (
        <ReportButton key={report.name} view={view} report={report} isShown={report === shown} />
      ))}
    </nav>
  );
}
