import { nameKey } from "../base/name";
import { judgeOf, type Verdict } from "./notCounted";
import { isValueText } from "./unreadColumns";

const verdicts: readonly Verdict[] = ["says nothing", "counts", "counts not"];
const CONTENTS = 4;

/** Whether a text may be the code of a currency, as far as it is looked at where nothing reads it. */
const mayBeCurrency = (text: string): boolean => /^\s*[A-Z]{3}\s*$/.test(text);

/** What a cell that nothing reads says for those who report it: cells of one number say the same. */
export interface UnreadValues {
  readonly kindOf: (text: string) => number;
  /** Whether rows of a kind are counted in what is reported. */
  readonly isCounted: (kind: number) => boolean;
}

/** Tells what the cells below a header say that nothing reads. */
export function unreadValues(header: string): UnreadValues {
  const judge = judgeOf(header);
  return {
    kindOf: (text) => {
      const shown = text.trim();
      const verdict = verdicts.indexOf(judge?.(nameKey(shown), shown) ?? "says nothing");
      const content = shown === "" ? 0 : isValueText(shown) ? 1 : mayBeCurrency(shown) ? 2 : 3;
      return verdict * CONTENTS + content;
    },
    isCounted: (kind) => verdicts[Math.floor(kind / CONTENTS)] === "counts not",
  };
}
