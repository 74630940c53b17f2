import type { WritePlan } from "../../../core/api";
import { usePane } from "../../hooks/context";
import { useText } from "../../strings/text";
import { followUpOf } from "./followUpState";
import { strings } from "./strings";

/** Writes something for the day that is shown, and says what has come of it; true where it is in the workbook now. */
export function useWrite(): (title: string, plan: (asOf: string) => Promise<WritePlan>) => Promise<boolean> {
  const { t } = useText(strings);
  const pane = usePane();
  return async (title, plan) => {
    const outcome = await followUpOf(pane).write(title, plan);
    if (outcome !== "failed") pane.say(outcome === "written" ? t.written(title) : t.nothing);
    return outcome !== "failed";
  };
}
