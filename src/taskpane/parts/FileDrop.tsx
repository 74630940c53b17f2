import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, useState, type DragEvent } from "react";
import { useTextStyles } from "./textStyles";

const useStyles = makeStyles({
  target: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover },
  hint: { flexBasis: "120px", flexGrow: 1 },
});

interface FileDropProps {
  /** Tells apart the places of a pane; tests let go of files over them. */
  readonly name: string;
  /** What the button says, beside it that files can be let go of, and the field's name. */
  readonly button: string;
  readonly hint: string;
  readonly label: string;
  /** Secondary where it is not said. */
  readonly appearance?: "primary" | "secondary";
  /** Endings of files; all where none are named. */
  readonly accept?: string;
  readonly isMultiple?: boolean;
  readonly isBusy: boolean;
  /** At least one file. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** A place for files: chosen, or let go of over it. */
export function FileDrop(props: FileDropProps) {
  const {
    name,
    button,
    hint,
    label,
    appearance = "secondary",
    accept,
    isMultiple = false,
    isBusy,
    onFiles,
  } = props;
  const styles = useStyles();
  const text = useTextStyles();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(files);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    // In a plain browser the page itself would open it as a workbook.
    event.stopPropagation();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={mergeClasses(styles.target, isOver && styles.over)}
      data-drop={name}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Button appearance={appearance} disabledFocusable={isBusy} onClick={() => input.current?.click()}>
        {button}
      </Button>
      <span className={mergeClasses(text.quiet, styles.hint)}>{hint}</span>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={isMultiple}
        aria-label={label}
        hidden
        onChange={({ target }) => {
          take(target.files);
          // The same file can then be chosen again after a change.
          target.value = "";
        }}
      />
    </div>
  );
}
