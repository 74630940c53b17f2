import { Button, Field, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { usePane } from "../../hooks/context";
import { BackButton } from "../../parts/BackButton";
import { CellLink } from "../../parts/CellLink";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import type { FieldView, MappingChoice, MappingView, SheetsView } from "../../session/views";
import { settle } from "../../state/failure";
import { useText } from "../../strings/text";

const useStyles = makeStyles({
  field: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(130px, 100%), 1fr))",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  sample: { alignSelf: "end", paddingBottom: tokens.spacingVerticalXXS, overflowWrap: "anywhere" },
  select: { minWidth: 0 },
});

/** How the column reads: a value of it, and how many rows are good. */
function Reading({ field }: { readonly field: FieldView }) {
  const { t, f } = useText();
  const text = useTextStyles();
  const { sample, good, bad, firstBad } = field;
  if (sample === undefined) return <>{t.mapping.noSample}</>;
  return (
    <>
      {sample.shown === sample.readAs ? sample.shown : t.mapping.readAs(sample.shown, sample.readAs)}
      <br />
      {t.mapping.good(f.count(good))}
      {bad > 0 && (
        <span className={text.error}>
          {" · "}
          {t.mapping.bad(f.count(bad))}
        </span>
      )}
      {firstBad !== undefined && (
        <>
          {" · "}
          <CellLink at={firstBad}>{t.mapping.firstBad}</CellLink>
        </>
      )}
    </>
  );
}

interface FieldRowProps {
  readonly field: FieldView;
  readonly headers: readonly string[];
  readonly chosen: string;
  readonly onChoose: (header: string) => void;
}

function FieldRow({ field, headers, chosen, onChoose }: FieldRowProps) {
  const { t } = useText();
  const styles = useStyles();
  const text = useTextStyles();
  const isMissing = field.isRequired && chosen === "";
  return (
    <li className={mergeClasses(styles.field, text.row)}>
      <Field
        label={field.title}
        required={field.isRequired}
        {...(isMissing && { validationMessage: t.mapping.isMissing })}
        title={field.help}
      >
        <Select
          className={styles.select}
          size="small"
          value={chosen}
          onChange={(_, { value }) => onChoose(value)}
        >
          <option value="">{t.mapping.notRead}</option>
          {headers.map((header) => (
            <option key={header} value={header}>
              {header}
            </option>
          ))}
        </Select>
      </Field>
      <span className={mergeClasses(text.quiet, styles.sample)}>
        {chosen === (field.header ?? "") && chosen !== "" && <Reading field={field} />}
      </span>
    </li>
  );
}

interface TableFieldsProps {
  readonly mapping: MappingView;
  readonly sheets: SheetsView;
  readonly onSheet: (sheet: string) => void;
}

/** Which table is mapped, and the sheet that holds it. */
function TableFields({ mapping, sheets, onSheet }: TableFieldsProps) {
  const { t } = useText();
  const { bill } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.field}>
      <Field label={t.mapping.table}>
        <Select
          className={styles.select}
          value={mapping.role}
          onChange={(_, { value }) => void bill.map(value)}
        >
          {sheets.tables.map(({ role }) => (
            <option key={role} value={role}>
              {role}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.mapping.sheet}>
        <Select className={styles.select} value={mapping.sheet} onChange={(_, { value }) => onSheet(value)}>
          {sheets.sheets.map((sheet) => (
            <option key={sheet} value={sheet}>
              {sheet}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

interface MappingScreenProps {
  readonly mapping: MappingView;
  readonly sheets: SheetsView;
}

/** The header of every field; empty for one that is not read. */
const headersOf = ({ fields }: MappingView): MappingChoice =>
  Object.fromEntries(fields.map(({ field, header = "" }) => [field, header]));

/** What is chosen, and the mapping as the engine reads it with that; what a later choice has overtaken is dropped. */
function useMapping(first: MappingView) {
  const { services, report } = usePane();
  const [mapping, setMapping] = useState(first);
  // Not the headers of the latest mapping: a field whose column another one has taken was not chosen to be unread.
  const [choice, setChoice] = useState(() => headersOf(first));
  const latest = useRef(0);
  const read = async (next: MappingChoice | undefined, sheet: string) => {
    const mine = ++latest.current;
    const result = await settle(services.session.mapping(mapping.role, next, sheet));
    if (mine !== latest.current) return;
    if (!result.ok) return report(result.failure);
    setMapping(result.value);
    if (next === undefined) setChoice(headersOf(result.value));
  };
  const choose = (field: string, header: string) => {
    const next = { ...choice, [field]: header };
    setChoice(next);
    void read(next, mapping.sheet);
  };
  return { mapping, choice, choose, chooseSheet: (sheet: string) => void read(undefined, sheet) };
}

/** One line a field: which header is read for it, and how its values read. */
export default function MappingScreen({ mapping: first, sheets }: MappingScreenProps) {
  const { t } = useText();
  const { bill } = usePane();
  const text = useTextStyles();
  const { mapping, choice, choose, chooseSheet } = useMapping(first);
  return (
    <Screen
      title={t.mapping.title}
      lead={t.mapping.lead}
      before={<BackButton onBack={bill.back} />}
      actions={
        <Button appearance="primary" onClick={() => void bill.saveMapping(choice, mapping.sheet)}>
          {t.mapping.save}
        </Button>
      }
    >
      <TableFields mapping={mapping} sheets={sheets} onSheet={chooseSheet} />
      <ul className={text.list}>
        {mapping.fields.map((field) => (
          <FieldRow
            key={field.field}
            field={field}
            headers={mapping.headers}
            chosen={choice[field.field] ?? ""}
            onChoose={(header) => choose(field.field, header)}
          />
        ))}
      </ul>
    </Screen>
  );
}
