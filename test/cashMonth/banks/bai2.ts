import { shortDay } from "./notation";
import type { BankLine } from "../month";

/** Slashes and commas divide records. */
const plain = (text: string): string => text.replace(/[/,\r\n]/g, " ");

/** A BAI2 file: a group for every day, an account for every currency; the text is all that it says of the payer. */
export function bai2(lines: readonly BankLine[]): Uint8Array {
  const days = [...new Set(lines.map(({ day }) => day))];
  const groups = days.flatMap((day) => {
    const ofDay = lines.filter((line) => line.day === day);
    const currencies = [...new Set(ofDay.map(({ currency }) => currency))];
    const accounts = currencies.flatMap((currency) => {
      const own = ofDay.filter((line) => line.currency === currency);
      return [
        `03,${currency}4711,${currency},,,,/`,
        ...own.map(
          (line, at) =>
            `16,${line.cents < 0 ? "475" : "195"},${String(Math.abs(line.cents))},Z,${String(day)}${currency}${String(at)},,${plain(`${line.payer} ${line.text}`)}`,
        ),
        `49,0,${String(own.length + 2)}/`,
      ];
    });
    return [`02,ME,BANK,1,${shortDay(day)},0600,EUR,2/`, ...accounts, "98,0,1,0/"];
  });
  return new TextEncoder().encode(
    ["01,BANK,ME,261031,0600,1,80,,2/", ...groups, "99,0,1,0/"].join("\n") + "\n",
  );
}
