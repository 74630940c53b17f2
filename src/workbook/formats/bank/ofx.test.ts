import { ofxFile } from "../../../../test/support/bankFiles";
import { ofx } from "./ofx";
import { ofxTokens } from "./ofxTokens";

function statementsOf(text: string) {
  const reading = ofx.read(Buffer.from(text), "file", {});
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading.file.statements;
}

const withTransactions = (...transactions: readonly string[]) =>
  statementsOf(
    `<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>usd<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST>\n${transactions.join("\n")}\n</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
  )[0]!;

test("SGML without closing tags and XML with them say the same", () => {
  const sgml = "<STMTTRN><DTPOSTED>20261005<TRNAMT>1.5<FITID>7<NAME>A<MEMO>\n</STMTTRN>";
  const xml =
    "<STMTTRN><DTPOSTED>20261005</DTPOSTED><TRNAMT>1.5</TRNAMT><FITID>7</FITID><NAME><![CDATA[A]]></NAME><MEMO/></STMTTRN>";
  expect(withTransactions(sgml).entries).toEqual(withTransactions(xml).entries);
});

test.each([
  ["-5.50", "-5.5"],
  ["+5", "5"],
  ["5,50", "5.5"],
  ["1234567.89", "1234567.89"],
])("%s is %s", (written, amount) => {
  const { entries } = withTransactions(`<STMTTRN><DTPOSTED>20261005<TRNAMT>${written}</STMTTRN>`);
  expect(entries.map((entry) => entry.amount.toFixed())).toEqual([amount]);
});

test.each(["$120", "1,000", "1.000,00", "1,000.00", "", "1e3", "--1"])("%s is no amount", (written) => {
  const { entries, faults } = withTransactions(`<STMTTRN><DTPOSTED>20261005<TRNAMT>${written}</STMTTRN>`);
  expect(entries).toEqual([]);
  expect(faults).toEqual([{ line: 2, reason: "TRNAMT cannot be read as an amount", value: written }]);
});

test("a date that is none spoils its transaction alone", () => {
  const { entries, faults } = withTransactions(
    "<STMTTRN><DTPOSTED>20261305<TRNAMT>1</STMTTRN>",
    "<STMTTRN><DTPOSTED>20261005000000[-5:EST]<TRNAMT>2</STMTTRN>",
  );
  expect(entries.map(({ line }) => line)).toEqual([3]);
  expect(faults).toEqual([{ line: 2, reason: "DTPOSTED cannot be read as a date", value: "20261305" }]);
});

test("names within other aggregates are not those of the transaction", () => {
  const [entry] = withTransactions(
    "<STMTTRN><DTPOSTED>20261005<TRNAMT>1<PAYEE><NAME>Payee</PAYEE><BANKACCTTO><ACCTID>9</BANKACCTTO><CURRENCY><CURSYM>EUR</CURRENCY><MEMO>M</STMTTRN>",
  ).entries;
  expect(entry).toMatchObject({ currency: "EUR", transactions: [{ payer: "Payee", unstructured: ["M"] }] });
  expect(withTransactions().account).toBe("1");
});

test("a text that the memo repeats is said once, and nothing is no text", () => {
  const [entry] = withTransactions(
    "<STMTTRN><DTPOSTED>20261005<TRNAMT>1<NAME>ACME INV-1<MEMO>ACME INV-1001<CHECKNUM>0</STMTTRN>",
  ).entries;
  expect(entry?.transactions[0].unstructured).toEqual(["ACME INV-1001"]);
});

test("what is pending is told, and not read", () => {
  const { entries, pending } = withTransactions(
    "<BANKTRANLISTP><STMTTRNP><DTTRAN>20261005<TRNAMT>1</STMTTRNP></BANKTRANLISTP>",
  );
  expect([entries, pending]).toEqual([[], [2]]);
});

test("a credit card has statements too", () => {
  const card = ofxFile.replace(/\bSTMTRS\b/g, "CCSTMTRS").replaceAll("BANKACCTFROM", "CCACCTFROM");
  expect(statementsOf(card)[0]).toMatchObject({ account: "4711", entries: [{}, {}, {}] });
});

test("brackets and ampersands of texts stay", () => {
  const tokens = [
    ...ofxTokens("<OFX><NAME>a < b & c &lt;d&gt; &#65;&#x42; &nope;<!-- no --></NAME></OFX>", 0),
  ];
  expect(tokens[1]).toMatchObject({ name: "NAME", value: "a < b & c <d> AB &nope;" });
});
