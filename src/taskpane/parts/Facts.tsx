import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTextStyles } from "./textStyles";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    alignItems: "baseline",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    overflowWrap: "anywhere",
    "& dd": { margin: 0 },
  },
});

export type Fact = readonly [name: string, value: ReactNode];

interface FactsProps {
  readonly facts: readonly Fact[];
  /** Facts without a value are named as well. */
  readonly showsEmpty?: boolean;
  readonly className?: string;
}

/** What is known of one thing: names, and their values beside them. */
export function Facts({ facts, showsEmpty = false, className }: FactsProps) {
  const styles = useStyles();
  const text = useTextStyles();
  return (
    <dl className={mergeClasses(styles.facts, className)}>
      {facts
        .filter(([, value]) => showsEmpty || value !== "")
        .map(([name, value]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt className={text.quiet}>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
