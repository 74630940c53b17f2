import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, type ReactNode } from "react";

const useStyles = makeStyles({
  screen: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0 },
  content: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
  },
  top: { display: "flex", flexWrap: "wrap", alignItems: "flex-start", gap: tokens.spacingHorizontalXS },
  titles: { flexGrow: 1, flexBasis: 0, minWidth: "min-content", maxWidth: "100%" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "break-word",
    // It takes the focus for screen readers, but there is nothing to do with it.
    outline: "none",
  },
  lead: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    "@media (max-height: 420px)": { position: "static" },
  },
});

interface ScreenProps {
  readonly title: string;
  readonly lead?: string | undefined;
  /** A way back, before the title. */
  readonly before?: ReactNode;
  readonly aside?: ReactNode;
  /** What can be done here, the primary button first. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One step of a tab: its title, which takes the focus of the button that led here, and its actions at the bottom. */
export function Screen({ title, lead, before, aside, actions, children }: ScreenProps) {
  const styles = useStyles();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Only where a person's own act took away what had the focus; never out of the sheet.
    const hasActed = (navigator.userActivation as UserActivation | undefined)?.hasBeenActive === true;
    if (hasActed && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section className={styles.screen} aria-labelledby={id}>
      <div className={styles.content}>
        <div className={styles.top}>
          {before}
          <div className={styles.titles}>
            <h2 id={id} className={styles.title} ref={heading} tabIndex={-1}>
              {title}
            </h2>
            {lead !== undefined && <p className={styles.lead}>{lead}</p>}
          </div>
          {aside}
        </div>
        {children}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </section>
  );
}
