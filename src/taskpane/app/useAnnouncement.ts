import { useCallback, useState } from "react";
import type { Bill } from "../state/bill";
import type { BillState } from "../state/billState";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";
import { useStore } from "../hooks/useStore";

/** What a screen reader hears: the outcome of each step of a run, or what a screen has said since. */
export function useAnnouncement(store: Bill["store"]): readonly [string, (text: string) => void] {
  const { t, f } = useText(paneStrings);
  const state = useStore(store);
  const [said, say] = useState<{ readonly during: BillState; readonly text: string }>();
  // Of the state at that moment: what is said often comes at the end of work that has changed it.
  const speak = useCallback((text: string) => say({ during: store.get(), text }), [store]);
  if (said?.during === state) return [said.text, speak];
  const texts = t.bill.announce;
  const outcome = {
    sheets: () => texts.sheets,
    checked: () =>
      state.step === "checked"
        ? texts.checked(f.count(state.check.errors), f.count(state.check.warnings))
        : "",
    previewed: () =>
      state.step === "previewed" ? texts.previewed(f.count(state.preview.invoices.length)) : "",
    done: () => texts.done,
  };
  const spoken = state.step in outcome ? outcome[state.step as keyof typeof outcome]() : "";
  return [spoken, speak];
}
