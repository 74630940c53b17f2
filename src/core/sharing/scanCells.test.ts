import { sheet, workbook } from "../../../test/properties/support/sheets";
import { cellAddress } from "../grid/grid";
import { cardFinderOf, cardsInCells } from "./scanCells";

const NUMBER = "4111111111111111";
const CARD = "5555 5555 5555 4444";

describe("cards in the cells of a workbook", () => {
  const snapshot = workbook([
    sheet("Invoices", [
      ["Invoice number", "Customer ID", "Invoice date", "Total"],
      [NUMBER, "K1", { date: 46_326 }, 100],
    ]),
    sheet("Invoice lines", [
      ["Invoice number", "Line", "Amount"],
      ["6011-1111-1111-1117", 1, 5],
    ]),
    sheet("Notes", [
      [`paid ${NUMBER} with ${CARD}`, { error: "#N/A" }, { percent: 0.5 }],
      ["6011-1111-1111-1117", 378_282_246_310_005, 4_111_111_111_111_112],
    ]),
  ]);

  it("are named where they stand, and no invoice number is one", () => {
    const cards = cardsInCells(snapshot, cardFinderOf(snapshot));
    expect(cards.map(({ at, masked, scheme }) => [at.sheet, cellAddress(at), masked, scheme])).toEqual([
      ["Notes", "A1", "**** **** **** 4444", "Mastercard"],
      ["Notes", "B2", "***********0005", "Amex"],
    ]);
  });
});
