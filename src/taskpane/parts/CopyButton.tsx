import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";

/** Panes of some hosts may not use the clipboard; the older way works there. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand("copy");
    area.remove();
    return isCopied;
  }
}

interface CopyButtonProps {
  readonly text: string;
  /** What it is called, where it copies something else than details. */
  readonly name?: string;
  readonly appearance?: "secondary" | "primary" | "transparent";
}

/** Copies details for whoever helps, or what its name says; what that holds is up to the caller. */
export function CopyButton({ text, name, appearance = "secondary" }: CopyButtonProps) {
  const { t } = useText(paneStrings);
  const [isCopied, setIsCopied] = useState<boolean>();
  return (
    <>
      <Button size="small" appearance={appearance} onClick={() => void copy(text).then(setIsCopied)}>
        {name ?? t.frame.details}
      </Button>
      <span role="status">{isCopied === undefined ? "" : isCopied ? t.frame.copied : t.frame.notCopied}</span>
    </>
  );
}
