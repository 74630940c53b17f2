import { Field, Input, makeStyles } from "@fluentui/react-components";
import { Search16Regular } from "@fluentui/react-icons/svg/search";

const useStyles = makeStyles({ input: { minWidth: 0, width: "100%" } });

interface SearchFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

/** A field for finding some of a list while one types. */
export function SearchField({ label, hint, value, onSearch }: SearchFieldProps) {
  const styles = useStyles();
  return (
    <Field label={label}>
      <Input
        className={styles.input}
        type="search"
        contentBefore={<Search16Regular aria-hidden />}
        placeholder={hint}
        value={value}
        onChange={(_, { value: text }) => onSearch(text)}
      />
    </Field>
  );
}
