import { isoDay, money } from "./notation";
import type { BankLine } from "../month";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** An OFX file with a statement for every currency. */
export function ofx(lines: readonly BankLine[]): Uint8Array {
  const currencies = [...new Set(lines.map(({ currency }) => currency))];
  const statements = currencies.map((currency, index) => {
    const movements = lines
      .filter((line) => line.currency === currency)
      .map(
        (line, at) =>
          `<STMTTRN><TRNTYPE>${line.cents < 0 ? "DEBIT" : "CREDIT"}<DTPOSTED>${isoDay(line.day).replaceAll("-", "")}` +
          `<TRNAMT>${money(line.cents)}<FITID>${currency}${String(at + 1)}<NAME>${escaped(line.payer)}<MEMO>${escaped(line.text)}</STMTTRN>`,
      );
    return (
      `<STMTTRNRS><TRNUID>${String(index + 1)}<STMTRS><CURDEF>${currency}<BANKACCTFROM><BANKID>1<ACCTID>${String(4711 + index)}<ACCTTYPE>CHECKING</BANKACCTFROM>` +
      `<BANKTRANLIST><DTSTART>20261001<DTEND>20261031\n${movements.join("\n")}\n</BANKTRANLIST></STMTRS></STMTTRNRS>`
    );
  });
  const head = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\n\n";
  return new TextEncoder().encode(
    `${head}<OFX><BANKMSGSRSV1>${statements.join("\n")}</BANKMSGSRSV1></OFX>\n`,
  );
}
