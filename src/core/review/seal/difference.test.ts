import { createHash } from "node:crypto";
import { differencesOf } from "./difference";
import type { Part } from "./part";
import { sealParts } from "./seal";
import { sealedDocument } from "./sealedDocument";

const sha256 = (pieces: Iterable<string | Uint8Array>) => {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
};
const at = { sheet: "Prices", row: 1, column: 0 };

function price(unitPrice: string, customer = "Anna Berg"): Part {
  const cell = (column: string, value: string, isPersonal = false) => ({ column, value, at, isPersonal });
  return {
    table: "Prices",
    key: "P-1",
    cells: [cell("Product", "Calls"), cell("Unit price", unitPrice), cell("Customer name", customer, true)],
    at,
    cellOf: () => at,
  };
}

/** In what a part differs from the one that was sealed. */
function changed(before: Part, now: Part, salt = "salt") {
  const { rows } = sealParts("INV-1", [before], salt, sha256);
  const records = rows.map((row, index) => ({ ...row, row: index }));
  return differencesOf(sealedDocument(records, sha256)!, [now], sha256).map(
    ({ column, expected, found }) => `${column}: ${expected} → ${found}`,
  );
}

describe("a part and its seal", () => {
  it("agree where their texts do", () => {
    expect(changed(price("0.25"), price("0.25"))).toEqual([]);
    expect(changed(price("0.25\r\nor so"), price("0.25\r\nor so"))).toEqual([]);
  });

  it("differ in a plain cell, and in a personal one", () => {
    expect(changed(price("0.25"), price("0.26"))).toEqual(["Unit price: 0.25 → 0.26"]);
    expect(changed(price("0.25"), price("0.25", "Anna Bergh"))).toEqual([
      "Customer name: Anna Berg → Anna Bergh",
    ]);
  });

  it("differ beyond what a cell holds", () => {
    const long = "9".repeat(40_000);
    expect(changed(price(long), price(long))).toEqual([]);
    expect(changed(price(long), price(`${long}1`))).toEqual([":  → "]);
  });

  it("agree where a value has become personal since", () => {
    const now = price("0.25");
    const cells = now.cells.map((cell) => ({ ...cell, isPersonal: true }));
    expect(changed(price("0.25"), { ...now, cells })).toEqual([]);
  });

  it("agree where an earlier one held settings that decide nothing of a document", () => {
    const settings = (...pairs: readonly (readonly [string, string])[]): Part => ({
      table: "Settings",
      key: "Settings",
      cells: pairs.map(([column, value]) => ({ column, value, at, isPersonal: false })),
      at,
      cellOf: () => at,
    });
    const sealed = settings(["Currency", "EUR"], ["DATEV client", "7"]);
    expect(changed(sealed, settings(["Currency", "EUR"]))).toEqual([]);
    expect(changed(sealed, settings(["Currency", "USD"]))).toEqual(["Currency: EUR → USD"]);
  });
});
