import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Block } from "../parts/Block";
import { CellLink } from "../parts/CellLink";
import { Severity } from "../parts/Severity";
import { SummaryRow } from "../parts/SummaryRow";
import { useTextStyles } from "../parts/textStyles";
import type { IssueGroup } from "../session/issueGroups";
import { codeWords } from "../strings/cellName";
import { useText } from "../strings/text";
import { runStrings } from "./strings";

const useStyles = makeStyles({
  item: { padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: "anywhere" },
});

/** Warnings that speak of what could be billed wrongly: the first cell of each cause. */
export function MoneyWarnings({ warnings }: { readonly warnings: readonly IssueGroup[] }) {
  const { t, f } = useText(runStrings);
  const styles = useStyles();
  const text = useTextStyles();
  if (warnings.length === 0) return null;
  return (
    <Block title={t.warningsTitle} note={t.warningsWhy}>
      <ul className={text.list}>
        {warnings.map(({ key, code, cells, issues: [first] }) => (
          <li key={key} className={mergeClasses(styles.item, text.row)}>
            <SummaryRow
              lead={<Severity of="warning" />}
              title={codeWords(code)}
              {...(first !== undefined && { note: first.message })}
              {...(cells > 1 && { figure: f.count(cells) })}
            />
            {first !== undefined && <CellLink at={first.at} />}
          </li>
        ))}
      </ul>
    </Block>
  );
}
