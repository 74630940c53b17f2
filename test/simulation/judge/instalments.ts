import { groupBy } from "../../../src/core/api";
import type { Snapshot } from "../../../src/core/api";
import { documentsOf, rowsOf } from "../engine/documents";
import { digitsOf, Fraction } from "../oracle/fraction";
import type { SimulatedYear } from "../year/simulatedYear";
import type { Fault } from "./fault";

const textsOf = (amounts: readonly Fraction[], digits: number) =>
  amounts.map((amount) => amount.text(digits)).join(" + ") || "nothing";

/** 30 % of every invoice as it is issued, rounded, and the rest in 60 days. */
export function judgeInstalments(book: Snapshot, year: SimulatedYear): Fault[] {
  if (!year.instalments) return [];
  const rows = groupBy(rowsOf(book, "Instalments"), (row) => String(row["Invoice number"] ?? ""));
  return documentsOf(book)
    .filter(({ type, total }) => type === "Invoice" && total.isAbove(Fraction.zero))
    .flatMap(({ number, contractId, total, date, currency }): Fault[] => {
      const digits = digitsOf(currency);
      const first = total.times(Fraction.of("0.3")).rounded(digits);
      const owed = textsOf([first, total.minus(first)], digits);
      const found = rows.get(number) ?? [];
      const told = textsOf(
        found.map(({ Amount = 0 }) => Fraction.of(Number(Amount).toFixed(6))),
        digits,
      );
      const days = found.map((row) => Number(row["Due date"] ?? 0) - date).join(", ");
      if (told === owed && days === "0, 60") return [];
      return [{ kind: "instalment", contractId, text: `${number}: ${told} in ${days} days, owed ${owed}` }];
    });
}
