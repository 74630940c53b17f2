import type { AgingCell, FiguresView } from "./view";
import type { strings } from "./strings";

/** A column of the table: its title, what opens behind it, and its figure. */
export interface AgingColumn {
  readonly key: string;
  readonly title: string;
  readonly column: AgingCell["column"];
  readonly amountOf: (figures: FiguresView) => number;
}

type Titles = Pick<typeof strings, "total" | "unapplied" | "credits" | "disputed">;

/** What is owed first, since a narrow pane shows little more; then the bands, then what is taken off. */
export function columnsOf(labels: readonly string[], t: Titles): AgingColumn[] {
  const other = (key: "total" | "unapplied" | "credits" | "disputed"): AgingColumn => ({
    key,
    title: t[key],
    column: key,
    amountOf: (figures) => figures[key],
  });
  const bands = labels.map((band, index): AgingColumn => ({
    key: `band ${band}`,
    title: band,
    column: { band },
    amountOf: ({ bands: amounts }) => amounts[index] ?? 0,
  }));
  return [other("total"), ...bands, other("unapplied"), other("credits"), other("disputed")];
}
