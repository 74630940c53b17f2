import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { Block } from "../../parts/Block";
import { useTextStyles } from "../../parts/textStyles";
import { ReportFrame } from "../../report/ReportFrame";
import { useText } from "../../strings/text";
import { strings } from "./strings";

const useStyles = makeStyles({
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  errors: {
    margin: 0,
    "& dd": { margin: `0 0 ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground2 },
  },
});

/** The help that one needs beside the sheet; the rest are pages of their own. */
export default function HelpScreen() {
  const { t } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  return (
    <ReportFrame title={t.title}>
      <Block title={t.start}>
        <ol className={styles.steps}>
          {t.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Block>
      <Block title={t.use}>
        <p className={text.paragraph}>{t.useText}</p>
      </Block>
      <Block title={t.errors}>
        <dl className={styles.errors}>
          {t.errorList.map(([error, meaning]) => (
            <div key={error}>
              <dt>
                <code>{error}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Block>
      <Block title={t.send}>
        <p className={text.paragraph}>{t.sendText}</p>
      </Block>
      <Link href="help/index.html" target="_blank" rel="noopener">
        {t.all}
      </Link>
    </ReportFrame>
  );
}
