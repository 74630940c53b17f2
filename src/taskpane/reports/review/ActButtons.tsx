import { Button } from "@fluentui/react-components";
import type { ActId } from "../../../core/api";
import { useText } from "../../strings/text";
import { strings } from "./strings";

interface ActButtonsProps {
  readonly acts: readonly ActId[];
  readonly canAct: (act: ActId) => boolean;
  readonly onAct: (act: ActId) => void;
}

/** Acts by their names; the first that can be done is the primary one. */
export function ActButtons({ acts, canAct, onAct }: ActButtonsProps) {
  const { t } = useText(strings);
  const first = acts.find(canAct);
  return acts.map((act) => (
    <Button
      key={act}
      appearance={act === first ? "primary" : "secondary"}
      disabledFocusable={!canAct(act)}
      onClick={() => onAct(act)}
    >
      {t.acts[act]}
    </Button>
  ));
}
