import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, useState, type DragEvent } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { compareOf } from "./compareState";
import { compareStrings } from "./compareStrings";

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

/** The way to the other file: chosen, or let go of here. */
export function OtherWorkbook({ isBusy }: { readonly isBusy: boolean }) {
  const { t } = useText(compareStrings);
  const compare = compareOf(usePane());
  const { book, failure } = useStore(compare.other);
  const styles = useStyles();
  const text = useTextStyles();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    // In a plain browser the page itself would open it in place of this workbook.
    event.stopPropagation();
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) void compare.choose(file);
  };
  return (
    <>
      <div
        className={mergeClasses(styles.target, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Button
          appearance={book === undefined ? "primary" : "secondary"}
          disabledFocusable={isBusy}
          onClick={() => input.current?.click()}
        >
          {book === undefined ? t.choose : t.chooseAgain}
        </Button>
        <span className={mergeClasses(text.quiet, styles.hint)}>{t.drop}</span>
        <input
          ref={input}
          type="file"
          accept=".xlsx,.xlsm"
          aria-label={t.file}
          hidden
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file !== undefined) void compare.choose(file);
            // The same file can then be chosen again after a change.
            target.value = "";
          }}
        />
      </div>
      {failure !== undefined && (
        <p className={mergeClasses(text.paragraph, text.error)} role="alert">
          {failure.message}
        </p>
      )}
    </>
  );
}
