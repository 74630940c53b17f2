import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { Block } from "../../parts/Block";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { SectionScreen } from "./SectionScreen";

const useStyles = makeStyles({
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  errors: {
    margin: 0,
    "& dd": { margin: `0 0 ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground2 },
  },
});

/** The help that one needs beside the sheet; the rest are pages of their own. */
export function HelpSection() {
  const { t } = useText();
  const styles = useStyles();
  const text = useTextStyles();
  return (
    <SectionScreen section="help">
      <Block title={t.help.start}>
        <ol className={styles.steps}>
          {t.help.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Block>
      <Block title={t.help.use}>
        <p className={text.paragraph}>{t.help.useText}</p>
      </Block>
      <Block title={t.help.errors}>
        <dl className={styles.errors}>
          {t.help.errorList.map(([error, meaning]) => (
            <div key={error}>
              <dt>
                <code>{error}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Block>
      <Block title={t.help.send}>
        <p className={text.paragraph}>{t.help.sendText}</p>
      </Block>
      <Link href="help/index.html" target="_blank" rel="noopener">
        {t.help.all}
      </Link>
    </SectionScreen>
  );
}
