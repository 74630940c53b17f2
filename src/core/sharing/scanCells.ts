import { CellKind, type CellRef, type Grid, type Snapshot } from "../grid/grid";
import { readRegister } from "../documents/register";
import { readSettings } from "../settings/readSettings";
import { cardFinder, type FindCards, type PaymentCard } from "./paymentCards";
import { unheard } from "../issues/issue";

/** A payment card number in a cell. */
export interface CardInCell extends Pick<PaymentCard, "masked" | "scheme"> {
  readonly at: CellRef;
}

/** The smallest number of as many digits as the shortest card number. */
const FEWEST_DIGITS = 1e12;

/** What finds the card numbers of a workbook, whose invoice numbers are none. */
export function cardFinderOf(snapshot: Snapshot): FindCards {
  const { invoices, lines } = readRegister(snapshot, readSettings(snapshot, unheard), unheard);
  return cardFinder([...invoices, ...lines].map(({ invoiceNumber }) => invoiceNumber));
}

/** Cards of a column, each distinct text looked at once. */
function* cardsOfColumn({ sheet, columns }: Grid, column: number, find: FindCards): Generator<CardInCell> {
  const { kinds, values, texts } = columns[column]!;
  const known = new Map<number, readonly PaymentCard[]>();
  const cardsOfText = (index: number) => {
    const cards = known.get(index) ?? find(texts.at(index)!);
    known.set(index, cards);
    return cards;
  };
  for (let row = 0; row < kinds.length; row++) {
    const value = values[row]!;
    const kind = kinds[row];
    const isLong = kind === CellKind.number && value >= FEWEST_DIGITS && Number.isInteger(value);
    const cards = kind === CellKind.text ? cardsOfText(value) : isLong ? find(String(value)) : [];
    for (const { masked, scheme } of cards) yield { at: { sheet, row, column }, masked, scheme };
  }
}

/** Every payment card number in the cells of a workbook, sheet by sheet, from the top. */
export function cardsInCells({ grids }: Snapshot, find: FindCards): CardInCell[] {
  return grids.flatMap((grid) =>
    grid.columns
      .flatMap((_, column) => [...cardsOfColumn(grid, column, find)])
      .sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column),
  );
}
