import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { usePane } from "../../hooks/context";
import { Block } from "../../parts/Block";
import { FileDrop } from "../../parts/FileDrop";
import { useTextStyles } from "../../parts/textStyles";
import type { ChosenUsage } from "../../state/billState";
import { useText } from "../../strings/text";
import { strings } from "./strings";

const useStyles = makeStyles({
  file: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
});

const isSame = (a: File, b: File) =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

interface UsageFilesProps {
  readonly usage: ChosenUsage;
  /** What names of usage files end in: `.csv`. */
  readonly endings: readonly string[];
}

/** Usage that is not in the workbook: files to be billed with it, and what becomes of their rows. */
export default function UsageFiles({ usage: { files, copied }, endings }: UsageFilesProps) {
  const { t } = useText(strings);
  const { bill } = usePane();
  const styles = useStyles();
  const text = useTextStyles();
  const add = (chosen: readonly File[]) => {
    const fresh = chosen.filter((file) => !files.some((known) => isSame(known, file)));
    if (fresh.length > 0) void bill.useFiles([...files, ...fresh]);
  };
  return (
    <Block title={t.usageFiles}>
      {files.length > 0 && (
        <ul className={text.list}>
          {files.map((file) => (
            <li
              key={`${file.name} ${String(file.size)} ${String(file.lastModified)}`}
              className={styles.file}
            >
              <span className={styles.name}>
                {file.name}{" "}
                <span className={text.quiet}>{copied.includes(file) ? t.isCopied : t.isLeft}</span>
              </span>
              <Button
                appearance="subtle"
                size="small"
                icon={<Dismiss16Regular />}
                aria-label={t.removeFile(file.name)}
                onClick={() => void bill.useFiles(files.filter((other) => other !== file))}
              />
            </li>
          ))}
        </ul>
      )}
      <FileDrop
        name="usage"
        button={t.addFiles}
        hint={t.dropUsage}
        label={t.usageFile}
        accept={[...endings, ".gz"].join(",")}
        isMultiple
        isBusy={false}
        onFiles={add}
      />
    </Block>
  );
}
