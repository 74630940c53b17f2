import { makeStyles, tokens } from "@fluentui/react-components";
import { catalog } from "../../../functions/catalog";
import { usePane } from "../../hooks/context";
import { CopyButton } from "../../parts/CopyButton";
import { useTextStyles } from "../../parts/textStyles";
import { lastError } from "../../state/failure";
import { lastTimes } from "../../state/timing";
import { useText } from "../../strings/text";
import { SectionScreen } from "./SectionScreen";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    alignItems: "baseline",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    overflowWrap: "anywhere",
    "& dd": { margin: 0, whiteSpace: "pre-wrap" },
  },
});

/** In Excel every function of the catalogue is registered as the page loads; elsewhere there is nobody to tell. */
const registered = () => (typeof CustomFunctions === "undefined" ? 0 : Object.keys(catalog).length);

/** What runs where, to be copied for whoever helps. */
export function DiagnosticsSection() {
  const { t, f } = useText();
  const { facts } = usePane().services;
  const styles = useStyles();
  const text = useTextStyles();
  const timeOf = ({ part, milliseconds }: ReturnType<typeof lastTimes>[number]) =>
    t.diagnostics.time(t.diagnostics.parts[part], f.count(Math.round(milliseconds)));
  const rows = [
    [t.diagnostics.host, facts.host],
    [t.diagnostics.platform, facts.platform],
    [t.diagnostics.version, facts.version],
    [t.diagnostics.sets, facts.sets.join(", ") || t.diagnostics.none],
    [t.diagnostics.functions, f.count(registered())],
    [t.diagnostics.lastTimes, lastTimes().map(timeOf).join(", ") || t.diagnostics.none],
    [t.diagnostics.lastError, lastError() || t.diagnostics.none],
  ] as const;
  return (
    <SectionScreen
      section="diagnostics"
      actions={
        <CopyButton appearance="primary" text={rows.map(([name, value]) => `${name}: ${value}`).join("\n")} />
      }
    >
      <dl className={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt className={text.quiet}>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={`${text.paragraph} ${text.quiet}`}>{t.diagnostics.private}</p>
    </SectionScreen>
  );
}
