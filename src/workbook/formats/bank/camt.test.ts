import { formatDay } from "../../../core/api";
import { camtFile } from "../../../../test/support/bankFiles";
import { camt } from "./camt";

function statementsOf(text: string) {
  const reading = camt.read(Buffer.from(text), "file", {});
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading.file.statements;
}

const withEntry = (entry: string) =>
  statementsOf(camtFile.replace(/<Ntry>[^]*<\/Ntry>/, `<Ntry>${entry}</Ntry>`))[0]!;

const booked = "<Sts>BOOK</Sts><BookgDt><Dt>2026-10-05</Dt></BookgDt>";
const amount = (text: string, mark = "CRDT") => `<Amt Ccy="EUR">${text}</Amt><CdtDbtInd>${mark}</CdtDbtInd>`;

test.each(["02", "03", "04", "06", "08", "13"])(
  "version 001.%s is told by its message, whatever its prefix",
  (version) => {
    const text = camtFile
      .replace("001.08", `001.${version}`)
      .replace("<Document xmlns=", "<c:Document xmlns:c=")
      .replace(/<(\/?)(?!c:|\?)(\w)/g, "<$1c:$2");
    expect(camt.detects(Buffer.from(text))).toBe(true);
    expect(statementsOf(text)[0]?.entries).toHaveLength(3);
  },
);

test.each([
  ["a day", "<BookgDt><Dt>2026-10-05</Dt></BookgDt>"],
  ["a day with a zone", "<BookgDt><Dt>2026-10-05+02:00</Dt></BookgDt>"],
  ["a moment", "<BookgDt><DtTm>2026-10-05T23:59:59-11:00</DtTm></BookgDt>"],
  ["the value date where there is no other", "<ValDt><Dt>2026-10-05</Dt></ValDt>"],
])("an entry is booked on %s", (_, date) => {
  const [entry] = withEntry(`${amount("1")}<Sts>BOOK</Sts>${date}`).entries;
  expect(entry && formatDay(entry.day)).toBe("2026-10-05");
});

test.each([
  ["no amount", booked, "its amount cannot be read", ""],
  ["an amount with a comma", `${amount("1,00")}${booked}`, "its amount cannot be read", "1,00"],
  ["a negative amount", `${amount("-1.00")}${booked}`, "its amount cannot be read", "-1.00"],
  ["no direction", `${amount("1", "X")}${booked}`, "CdtDbtInd must be CRDT or DBIT", "X"],
  ["no date", amount("1"), "its date cannot be read", ""],
  [
    "a date that is none",
    `${amount("1")}<BookgDt><Dt>2026-13-05</Dt></BookgDt><ValDt><Dt>2026-10-05</Dt></ValDt>`,
    "its date cannot be read",
    "2026-13-05",
  ],
])("an entry with %s is told with its line", (_, entry, reason, value) => {
  expect(withEntry(entry)).toMatchObject({ entries: [], faults: [{ line: 10, reason, value }] });
});

test("entries that are not booked are told, and not read", () => {
  for (const status of ["PDNG", "<Cd>INFO</Cd>", "<Cd>FUTR</Cd>"])
    expect(withEntry(`${amount("1")}<Sts>${status}</Sts>`)).toMatchObject({
      entries: [],
      faults: [],
      pending: [10],
    });
});

test("what is taken back says so", () => {
  const [entry] = withEntry(`${amount("1", "DBIT")}<RvslInd>true</RvslInd>${booked}`).entries;
  expect([entry?.amount.toFixed(), entry?.isReversal]).toEqual(["-1", true]);
});

test("the transactions of a batch bear their amounts, where they are in its currency", () => {
  const of = (inner: string) => `<TxDtls>${inner}</TxDtls>`;
  const [entry] = withEntry(
    `${amount("6")}${booked}<NtryDtls>${of('<Amt Ccy="EUR">1</Amt>')}${of('<AmtDtls><TxAmt><Amt Ccy="EUR">2</Amt></TxAmt></AmtDtls>')}</NtryDtls>` +
      `<NtryDtls>${of('<Amt Ccy="USD">3</Amt>')}${of('<Amt Ccy="EUR">4</Amt><CdtDbtInd>DBIT</CdtDbtInd>')}</NtryDtls>`,
  ).entries;
  expect(entry?.transactions.map((each) => each.amount?.toFixed())).toEqual(["1", "2", undefined, "-4"]);
});

test("every text that may name a document is kept", () => {
  const [entry] = withEntry(
    `${amount("1")}${booked}<AddtlNtryInf>entry</AddtlNtryInf><NtryDtls><TxDtls><Refs><EndToEndId>E2E</EndToEndId><ChqNb>17</ChqNb></Refs>` +
      "<RltdPties><UltmtDbtr><Nm>Ultimate</Nm></UltmtDbtr></RltdPties>" +
      "<RmtInf><Ustrd>one</Ustrd><Ustrd><![CDATA[t<w>o]]></Ustrd><Strd><RfrdDocInf><Nb>INV-7</Nb></RfrdDocInf><AddtlRmtInf>more</AddtlRmtInf></Strd></RmtInf>" +
      "<AddtlTxInf>trans<!-- no -->action</AddtlTxInf></TxDtls></NtryDtls>",
  ).entries;
  expect(entry?.transactions).toMatchObject([
    {
      endToEndIds: ["E2E"],
      structured: ["INV-7", "more"],
      unstructured: ["one", "t<w>o", "17", "transaction", "entry"],
      payer: "Ultimate",
    },
  ]);
});

test("a previous closing balance opens the statement where no other does", () => {
  const [statement] = statementsOf(camtFile.replace("OPBD", "PRCD"));
  expect(statement?.opening?.amount.toFixed()).toBe("1000");
});

const details = (...inner: readonly string[]) =>
  inner.map((each) => `<NtryDtls><TxDtls>${each}</TxDtls></NtryDtls>`).join("");

test("a transaction that was returned says so and why, whatever the entry says", () => {
  const returned =
    '<Amt Ccy="EUR">30.00</Amt><RtrInf><Rsn><Cd>AM04</Cd></Rsn><AddtlInf>no cover</AddtlInf></RtrInf>';
  const [entry] = withEntry(
    `${amount("50", "DBIT")}${booked}${details(returned, '<Amt Ccy="EUR">20.00</Amt>')}`,
  ).entries;
  expect(entry?.transactions).toMatchObject([
    { isReturn: true, notes: ["returned AM04 no cover"] },
    { isReturn: false, notes: [] },
  ]);
});

test("an amount instructed in another currency bears its rate, charges and what it was changed into", () => {
  const exchanged =
    '<Amt Ccy="USD">1000.00</Amt><AmtDtls><InstdAmt><Amt Ccy="USD">1000.00</Amt></InstdAmt>' +
    '<CntrValAmt><Amt Ccy="EUR">925.00</Amt><CcyXchg><SrcCcy>USD</SrcCcy><XchgRate>0.9250</XchgRate></CcyXchg></CntrValAmt></AmtDtls>' +
    '<Chrgs><TtlChrgsAndTaxAmt Ccy="EUR">7.50</TtlChrgsAndTaxAmt><Rcrd><Amt Ccy="EUR">7.50</Amt></Rcrd></Chrgs>';
  const [entry] = withEntry(
    `${amount("1000")}${booked}${details(exchanged, '<Amt Ccy="EUR">75.00</Amt>')}`,
  ).entries;
  expect(entry?.transactions.map((each) => each.amount?.toFixed())).toEqual(["925", "75"]);
  expect(entry?.transactions[0].notes).toEqual(["instructed USD 1000.00", "rate 0.9250", "charges EUR 7.50"]);
});

test("an amount in the currency of the account needs no note, charges in themselves do", () => {
  const plain = '<AmtDtls><InstdAmt><Amt Ccy="EUR">1.00</Amt></InstdAmt></AmtDtls>';
  const [first] = withEntry(`${amount("1")}${booked}${details(plain)}`).entries;
  expect(first?.transactions[0].notes).toEqual([]);
  const [second] = withEntry(`${amount("1")}${booked}<Chrgs><Amt Ccy="EUR">0.20</Amt></Chrgs>`).entries;
  expect(second?.transactions[0].notes).toEqual(["charges EUR 0.20"]);
});
