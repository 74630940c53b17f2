import { Field, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { CellLink } from "../../parts/CellLink";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import type { FieldView } from "./view";

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
  const { t, f } = useText(strings);
  const text = useTextStyles();
  const { sample, good, bad, firstBad } = field;
  if (sample === undefined) return <>{t.noSample}</>;
  return (
    <>
      {sample.shown === sample.readAs ? sample.shown : t.readAs(sample.shown, sample.readAs)}
      <br />
      {t.good(f.count(good))}
      {bad > 0 && (
        <span className={text.error}>
          {" · "}
          {t.bad(f.count(bad))}
        </span>
      )}
      {firstBad !== undefined && (
        <>
          {" · "}
          <CellLink at={firstBad}>{t.firstBad}</CellLink>
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

/** One field: which header is read for it, and how its values read. */
export function FieldRow({ field, headers, chosen, onChoose }: FieldRowProps) {
  const { t } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  const isMissing = field.isRequired && chosen === "" && headers.length > 0;
  return (
    <li className={mergeClasses(styles.field, text.row)}>
      <Field
        label={field.title}
        required={field.isRequired}
        {...(isMissing && { validationMessage: t.isMissing })}
        title={field.help}
      >
        <Select
          className={styles.select}
          size="small"
          value={chosen}
          onChange={(_, { value }) => onChoose(value)}
        >
          <option value="">{t.notRead}</option>
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
