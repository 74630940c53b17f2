import { germanMoney, shortDay } from "./notation";
import type { BankLine } from "../month";

const pieces = (text: string, length: number): string[] =>
  Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  );

/** The texts of a movement in fields of 27 characters, which cut numbers in two. */
function details(line: BankLine): string[] {
  const purpose = pieces(`SVWZ+${line.text}`, 27).map((piece, index) => `?${String(20 + index)}${piece}`);
  const names = pieces(line.payer.slice(0, 54), 27).map((piece, index) => `?${String(32 + index)}${piece}`);
  const account = line.account === "" ? "" : `?31${line.account}`;
  return pieces(`:86:166?00GUTSCHRIFT${purpose.slice(0, 10).join("")}${account}${names.join("")}`, 65);
}

/** An MT940 for every currency, as German banks write it. */
export function mt940(lines: readonly BankLine[]): Uint8Array {
  const currencies = [...new Set(lines.map(({ currency }) => currency))];
  const statements = currencies.map((currency, index) => {
    const own = lines.filter((line) => line.currency === currency);
    const sum = own.reduce((all, { cents }) => all + cents, 0);
    const balance = (cents: number) =>
      `${cents < 0 ? "D" : "C"}261001${currency}${germanMoney(Math.abs(cents)).replaceAll(".", "")}`;
    const movements = own.flatMap((line, at) => {
      const amount = germanMoney(Math.abs(line.cents)).replaceAll(".", "");
      const mark = line.isReturn ? "RC" : line.cents < 0 ? "D" : "C";
      return [
        `:61:${shortDay(line.day)}${shortDay(line.day).slice(2)}${mark}${amount}NTRFNONREF//${currency}${String(at + 1)}`,
        ...details(line),
      ];
    });
    return [
      `:20:STARTUMS`,
      `:25:12030000/00002020${String(50 + index)}`,
      ":28C:00010/001",
      `:60F:${balance(0)}`,
      ...movements,
      `:62F:${balance(sum)}`,
      "-",
    ].join("\r\n");
  });
  return new Uint8Array(Buffer.from(`${statements.join("\r\n")}\r\n`, "latin1"));
}
