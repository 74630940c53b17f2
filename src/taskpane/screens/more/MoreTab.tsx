import { makeStyles, tokens } from "@fluentui/react-components";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { useStore } from "../../hooks/useStore";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import { goTo, place, sections, type Section } from "../../state/place";
import { useText } from "../../strings/text";
import { DiagnosticsSection } from "./DiagnosticsSection";
import { FunctionsSection } from "./FunctionsSection";
import { HelpSection } from "./HelpSection";
import { SampleSection } from "./SampleSection";
import { SettingsSection } from "./SettingsSection";

const contents = {
  functions: FunctionsSection,
  sample: SampleSection,
  settings: SettingsSection,
  diagnostics: DiagnosticsSection,
  help: HelpSection,
} satisfies Record<Section, unknown>;

const useStyles = makeStyles({
  item: {
    position: "relative",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "48px",
  },
  texts: { flexGrow: 1, display: "flex", flexDirection: "column", minWidth: 0 },
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
  hover: { ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover } },
});

function SectionList() {
  const { t } = useText();
  const styles = useStyles();
  const text = useTextStyles();
  return (
    <Screen title={t.more.title}>
      <ul className={text.list}>
        {sections.map((section) => (
          <li key={section} className={`${styles.item} ${styles.hover} ${text.row}`}>
            <span className={styles.texts}>
              <button
                type="button"
                className={styles.link}
                aria-describedby={`about-${section}`}
                onClick={() => goTo({ view: "more", section })}
              >
                {t.more.sections[section]}
              </button>
              <span id={`about-${section}`} className={text.quiet}>
                {t.more.about[section]}
              </span>
            </span>
            <ChevronRight16Regular aria-hidden />
          </li>
        ))}
      </ul>
    </Screen>
  );
}

/** What one needs now and then. */
export default function MoreTab() {
  const { section } = useStore(place);
  if (section === undefined) return <SectionList />;
  const Content = contents[section];
  return <Content />;
}
