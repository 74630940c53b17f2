import { makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { useId, useState, type ReactNode } from "react";

const useStyles = makeStyles({
  root: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0 },
  button: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr)",
    gap: tokens.spacingHorizontalXS,
    alignItems: "start",
    width: "100%",
    minHeight: "32px",
    padding: `${tokens.spacingVerticalSNudge} 0`,
    border: 0,
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chevron: { marginTop: "2px" },
  body: { padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalS} 20px`, minWidth: 0 },
});

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly isOpenAtFirst?: boolean;
  /** Made only when it is opened. */
  readonly children: () => ReactNode;
}

/** A row that opens to what is behind it. */
export function Disclosure({ summary, isOpenAtFirst = false, children }: DisclosureProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const id = useId();
  const Chevron = isOpen ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <div className={styles.root}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        {...(isOpen && { "aria-controls": id })}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Chevron className={styles.chevron} aria-hidden />
        <span>{summary}</span>
      </button>
      {isOpen && (
        <div className={styles.body} id={id}>
          {children()}
        </div>
      )}
    </div>
  );
}
