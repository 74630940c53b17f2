import { Button } from "@fluentui/react-components";
import { useRef } from "react";
import { useText } from "../strings/text";
import { openStrings } from "./strings";

interface FileButtonProps {
  readonly appearance: "primary" | "subtle";
  readonly size?: "small" | "medium";
  readonly onFile: (file: File) => void;
}

/** Opens the browser's own choice of a file. */
export function FileButton({ appearance, size = "medium", onFile }: FileButtonProps) {
  const { t } = useText(openStrings);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button appearance={appearance} size={size} onClick={() => input.current?.click()}>
        {t.open}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm"
        aria-label={t.file}
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file can then be opened again after a change.
          target.value = "";
        }}
      />
    </>
  );
}
