import { CellKind } from "../grid/grid";
import type { PersonalValues } from "../personal/personalValues";
import { shownText } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import { isFreeText } from "./cellRules";
import type { CopiedColumn } from "./copiedColumns";
import { withMaskedCards, type FindCards } from "./paymentCards";
import { comparedValue, type ExactValues, type Pseudonyms } from "./pseudonyms";
import type { CardInCell } from "./scanCells";

/** Redacts cells one after the other, and counts what it changes. */
export class CellRedactor {
  readonly cards: CardInCell[] = [];

  constructor(
    private readonly values: PersonalValues,
    private readonly pseudonyms: Pseudonyms,
    private readonly find: FindCards,
  ) {}

  readonly text = (text: string): string => {
    const replaced = this.values.replaced(text, (value) => this.pseudonyms.of(value));
    return withMaskedCards(replaced, this.find(replaced));
  };

  /** The text of a cell that is other than it was; undefined where it stays. */
  changed(copied: CopiedColumn, row: number, exact: ExactValues | undefined): string | undefined {
    const { table, column, field, role } = copied;
    const { grid, firstRow } = table.bound;
    const view = viewCell(grid, row, column);
    const shown = shownText(view);
    if (view.kind === CellKind.error || shown === "") return undefined;
    if (row >= firstRow && role !== "read")
      return this.pseudonyms.of(exact ? exact.of(shown) : comparedValue(shown));
    const isText = view.kind === CellKind.text;
    if (!isText && view.kind !== CellKind.number) return undefined;
    const isFree =
      isText && (field === undefined || (row >= firstRow && isFreeText(table.bound, field, row)));
    const before = isText ? view.text : shown;
    const replaced = isFree ? this.values.replaced(before, (value) => this.pseudonyms.of(value)) : before;
    const cards = this.find(replaced);
    for (const { masked, scheme } of cards)
      this.cards.push({ at: { sheet: grid.sheet, row, column }, masked, scheme });
    const after = withMaskedCards(replaced, cards);
    return after === before ? undefined : after;
  }
}
