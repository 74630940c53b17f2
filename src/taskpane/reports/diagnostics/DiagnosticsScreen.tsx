import { makeStyles, tokens } from "@fluentui/react-components";
import { catalog } from "../../../functions/catalog";
import { usePane } from "../../hooks/context";
import { CopyButton } from "../../parts/CopyButton";
import { Facts } from "../../parts/Facts";
import { useTextStyles } from "../../parts/textStyles";
import { ReportFrame } from "../../report/ReportFrame";
import { lastError } from "../../state/lastError";
import { lastTimes } from "../../state/timing";
import { useText } from "../../strings/text";
import { strings } from "./strings";

const useStyles = makeStyles({
  facts: { rowGap: tokens.spacingVerticalXS, "& dd": { whiteSpace: "pre-wrap" } },
});

/** In Excel every function of the catalogue is registered as the page loads; elsewhere there is nobody to tell. */
const registered = () => (typeof CustomFunctions === "undefined" ? 0 : Object.keys(catalog).length);

/** What runs where, to be copied for whoever helps. */
export default function DiagnosticsScreen() {
  const { t, f } = useText(strings);
  const { facts } = usePane().services;
  const styles = useStyles();
  const text = useTextStyles();
  const timeOf = ({ part, milliseconds }: ReturnType<typeof lastTimes>[number]) =>
    t.time(t.parts[part], f.count(Math.round(milliseconds)));
  const rows = [
    [t.host, facts.host],
    [t.platform, facts.platform],
    [t.version, facts.version],
    [t.sets, facts.sets.join(", ") || t.none],
    [t.functions, f.count(registered())],
    [t.lastTimes, lastTimes().map(timeOf).join(", ") || t.none],
  ] as const;
  const error = lastError();
  const told = [error?.message, error?.details].filter(Boolean).join("\n") || t.none;
  const copied = [...rows, [t.lastError, error?.details ?? t.none]];
  return (
    <ReportFrame
      title={t.title}
      actions={
        <CopyButton
          appearance="primary"
          text={copied.map(([name, value]) => `${name}: ${value}`).join("\n")}
        />
      }
    >
      <Facts facts={[...rows, [t.lastError, told]]} showsEmpty className={styles.facts} />
      <p className={`${text.paragraph} ${text.quiet}`}>{t.private}</p>
    </ReportFrame>
  );
}
