import { withKeys, type UnkeyedPart } from "./part";

const at = { sheet: "Prices", row: 1, column: 0 };
const part = (base: string, hint: string, value: string): UnkeyedPart => ({
  table: "Prices",
  base,
  hint,
  cells: [{ column: "Unit price", value, at, isPersonal: false }],
  at,
  cellOf: () => at,
});
const keys = (parts: readonly UnkeyedPart[]) => withKeys(parts).map(({ key }) => key);

describe("keys of parts", () => {
  it("are the ids of rows, with their first days where an id stands on several", () => {
    expect(keys([part("P1", "2026-01-01", "1"), part("P2", "2026-01-01", "2")])).toEqual(["P1", "P2"]);
    expect(keys([part("P1", "2026-01-01", "1"), part("P1", "2026-07-01", "2")])).toEqual([
      "P1 | 2026-01-01",
      "P1 | 2026-07-01",
    ]);
  });

  it("do not depend on the order of rows, and rows that say the same are one", () => {
    const alike = [part("P1", "", "2"), part("P1", "", "1"), part("P1", "", "2")];
    const byKey = (parts: readonly UnkeyedPart[]) =>
      withKeys(parts)
        .map(({ key, cells }) => `${key}: ${cells[0]!.value}`)
        .sort();
    expect(byKey(alike)).toEqual(["P1 | 2: 2", "P1: 1"]);
    expect(byKey([...alike].reverse())).toEqual(byKey(alike));
  });
});
