import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useCallback, useMemo, useState } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { findFunctions, readFunctions, signatureOf, type FunctionEntry } from "./functionIndex";
import { Disclosure } from "../../parts/Disclosure";
import { SearchField } from "../../parts/SearchField";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import { ReportFrame } from "../../report/ReportFrame";
import { Waiting } from "../../parts/Waiting";
import { settle, settlePort } from "../../state/failure";
import { cellName } from "../../strings/cellName";
import { useText } from "../../strings/text";
import { strings } from "./strings";

const useStyles = makeStyles({
  details: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  parameters: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& dt": { fontWeight: tokens.fontWeightSemibold },
    "& dd": { margin: `0 0 ${tokens.spacingVerticalXS}` },
  },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
});

async function fetchFunctions(file: string): Promise<readonly FunctionEntry[]> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return readFunctions(await response.json());
}

/** A formula that works as it stands: the example, or the bare name. */
const formulaOf = ({ name, example }: FunctionEntry) => (example === "" ? `=BILLING.${name}()` : example);

function FunctionDetails({ entry }: { readonly entry: FunctionEntry }) {
  const { t } = useText(strings);
  const { services, bill, report } = usePane();
  const styles = useStyles();
  const text = useTextStyles();
  const [inserted, setInserted] = useState("");
  const insert = async () => {
    const result = await settlePort(services.port.insertFormula(formulaOf(entry)));
    if (!result.ok) return report(result.failure);
    setInserted(t.inserted(cellName(result.value)));
    // What was read before no longer fits the workbook.
    bill.store.dispatch({ type: "edited", sheet: result.value.sheet });
  };
  return (
    <div className={styles.details}>
      <code className={text.formula}>{signatureOf(entry)}</code>
      <dl className={styles.parameters}>
        {entry.parameters.map(({ name, description, isOptional }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{isOptional ? t.optional(description) : description}</dd>
          </div>
        ))}
      </dl>
      {entry.example !== "" && (
        <div>
          <span className={text.quiet}>{t.example}</span>
          <code className={text.formula}>{entry.example}</code>
        </div>
      )}
      <div className={styles.actions}>
        <Button size="small" onClick={() => void insert()}>
          {t.insert}
        </Button>
        <Link href={`help/${encodeURIComponent(entry.name)}.html`} target="_blank" rel="noopener">
          {t.help(entry.name)}
        </Link>
        <span role="status">{inserted}</span>
      </div>
    </div>
  );
}

function FunctionList({ functions }: { readonly functions: readonly FunctionEntry[] }) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  const [search, setSearch] = useState("");
  const found = useMemo(() => findFunctions(functions, search), [functions, search]);
  return (
    <>
      <SearchField label={t.find} hint={t.findHint} value={search} onSearch={setSearch} />
      <p className={mergeClasses(text.paragraph, text.quiet)} role="status">
        {found.length === 0 ? t.none : t.found(f.count(found.length), f.count(functions.length))}
      </p>
      <div>
        {found.map((entry) => (
          <Disclosure
            key={entry.name}
            summary={<SummaryRow title={<code>{entry.name}</code>} note={entry.description} />}
          >
            {() => <FunctionDetails entry={entry} />}
          </Disclosure>
        ))}
      </div>
    </>
  );
}

/** The functions for cells: what each does, what goes in, and a formula to begin with. */
export default function FunctionsScreen() {
  const { t } = useText(strings);
  const load = useCallback(() => settle(fetchFunctions(t.descriptions)), [t]);
  const [loaded, again] = useLoaded(load);
  return (
    <ReportFrame title={t.title}>
      <Waiting for={loaded} onRetry={again}>
        {(functions) => <FunctionList functions={functions} />}
      </Waiting>
    </ReportFrame>
  );
}
