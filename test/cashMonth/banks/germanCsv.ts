import { germanDay, germanMoney } from "./notation";
import type { BankLine } from "../month";

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A German bank's list of movements: semicolons, decimal commas, dates with points, in Windows-1252. */
export function germanCsv(lines: readonly BankLine[]): Uint8Array {
  const header = [
    "Auftragskonto",
    "Buchungstag",
    "Valutadatum",
    "Buchungstext",
    "Verwendungszweck",
    "Beguenstigter/Zahlungspflichtiger",
    "Kontonummer/IBAN",
    "Betrag",
    "Waehrung",
    "Info",
  ];
  const rows = lines.map((line) => [
    "DE02120300000000202051",
    germanDay(line.day),
    germanDay(line.day),
    line.isReturn ? "RUECKLASTSCHRIFT" : line.cents > 0 ? "GUTSCHR. UEBERWEISUNG" : "ENTGELTABSCHLUSS",
    line.text,
    line.payer,
    line.account,
    germanMoney(line.cents),
    line.currency,
    "Umsatz gebucht",
  ]);
  const text = [header, ...rows].map((row) => row.map(quoted).join(";")).join("\r\n");
  // Every character of the month is one of Latin-1.
  return new Uint8Array(Buffer.from(`${text}\r\n`, "latin1"));
}
