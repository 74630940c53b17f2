import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";

const useStyles = makeStyles({
  block: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  title: {
    display: "flex",
    alignItems: "baseline",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
});

interface BlockProps {
  readonly title: string;
  readonly note?: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a screen under a heading of its own. */
export function Block({ title, note, className, children }: BlockProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={mergeClasses(styles.block, className)} aria-labelledby={id}>
      <h3 className={styles.title} id={id}>
        {title}
      </h3>
      {note !== undefined && <span className={styles.note}>{note}</span>}
      {children}
    </section>
  );
}
