import { Button } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons/svg/arrow-left";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";

interface BackButtonProps {
  readonly onBack: () => void;
  /** Where it does more than lead back. */
  readonly name?: string;
}

/** Leads to the screen before; it stands before the title. */
export function BackButton({ onBack, name }: BackButtonProps) {
  const { t } = useText(paneStrings);
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={<ArrowLeft16Regular />}
      aria-label={name ?? t.frame.back}
      onClick={onBack}
    />
  );
}
