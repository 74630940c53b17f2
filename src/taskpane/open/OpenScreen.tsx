import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ProgressPanel } from "../parts/ProgressPanel";
import { useTextStyles } from "../parts/textStyles";
import type { Failure } from "../state/failure";
import { useText } from "../strings/text";
import { FileButton } from "./FileButton";
import { openStrings } from "./strings";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    minHeight: "100%",
    padding: tokens.spacingHorizontalL,
  },
  target: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    width: "100%",
    maxWidth: "560px",
    margin: "auto",
    padding: tokens.spacingHorizontalXXL,
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    "@media (max-width: 420px)": { padding: tokens.spacingHorizontalL },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
});

interface OpenScreenProps {
  readonly isBusy: boolean;
  readonly failure: Failure | undefined;
  /** How far the opening is, from 0 to 1, once that can be said. */
  readonly share: number | undefined;
  readonly onFile: (file: File) => void;
  readonly onSample: () => void;
}

/** The first thing seen in a plain browser: a place for a workbook. */
export function OpenScreen({ isBusy, failure, share, onFile, onSample }: OpenScreenProps) {
  const { t } = useText(openStrings);
  const styles = useStyles();
  const text = useTextStyles();
  return (
    <main className={styles.page}>
      <div className={styles.target}>
        <h1 className={styles.title}>{t.title}</h1>
        <p className={text.paragraph}>{t.text}</p>
        <div className={styles.actions}>
          <FileButton appearance="primary" onFile={onFile} />
          <Button onClick={onSample}>{t.sample}</Button>
          <span className={text.quiet}>{t.drop}</span>
        </div>
        <div role="status">{isBusy && <ProgressPanel activity={t.opening} share={share} />}</div>
        {failure !== undefined && (
          <p className={`${text.paragraph} ${text.error}`} role="alert">
            {failure.message}
          </p>
        )}
      </div>
    </main>
  );
}
