import { cellsOfText, saltOf, textsOfPart } from "./sealTexts";

const at = { sheet: "Customers", row: 1, column: 0 };
const cell = (column: string, value: string, isPersonal = false) => ({ column, value, at, isPersonal });

describe("texts of Seals", () => {
  const part = {
    table: "Customers",
    key: "C1",
    cells: [
      cell("Customer ID", "C1"),
      cell("Customer name", "Heron: a\\b\nLtd", true),
      cell("Payment terms", "Net 30"),
    ],
    at,
    cellOf: () => at,
  };

  it("are a line a cell, personal ones by themselves behind the salt", () => {
    expect(textsOfPart(part, "00aa")).toEqual([
      { table: "Customers", key: "C1", text: "Customer ID: C1\nPayment terms: Net 30" },
      { table: "Customers", key: "C1 | personal", text: "Salt: 00aa\nCustomer name: Heron: a\\\\b\\nLtd" },
    ]);
  });

  it("read back as they were written, colons and line breaks too", () => {
    const [, personal] = textsOfPart(part, "00aa");
    expect(cellsOfText(personal!.text, false)).toEqual([
      { column: "Customer name", value: "Heron: a\\b\nLtd" },
    ]);
    expect([saltOf(personal!.text), saltOf("Customer ID: C1")]).toEqual(["00aa", ""]);
  });

  it("lose their last line where they were cut", () => {
    expect(cellsOfText("Rows: 3\nMarks: aa bb c", true)).toEqual([{ column: "Rows", value: "3" }]);
  });
});
