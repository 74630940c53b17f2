import { formatDay } from "../../../core/api";
import { mt940File } from "../../../../test/support/bankFiles";
import { mt940 } from "./mt940";
import { readDetails } from "./mt940Details";

function statementsOf(text: string) {
  const reading = mt940.read(Buffer.from(text), "file", {});
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading.file.statements;
}

const withEntries = (...lines: readonly string[]) =>
  statementsOf(
    [":20:X", ":25:4711", ":60F:C261231EUR0,", ...lines, ":62F:D261231EUR5,25", "-"].join("\n"),
  )[0]!;

test.each([
  ["2612311231C1,00NTRFREF", "2026-12-31", "1"],
  ["2612310102C1,00NTRFREF", "2027-01-02", "1"],
  ["2701021231C1,00NTRFREF", "2026-12-31", "1"],
  ["261231C1,NTRFREF", "2026-12-31", "1"],
  ["261231DR12,34NMSC", "2026-12-31", "-12.34"],
  ["261231CR12,34N12AREF", "2026-12-31", "12.34"],
  ["261231RC7,NTRFREF", "2026-12-31", "-7"],
  ["261231RD7,NTRFREF", "2026-12-31", "7"],
])(":61:%s is booked on %s with %s", (line, day, amount) => {
  const { entries, faults } = withEntries(`:61:${line}`);
  expect(faults).toEqual([]);
  expect(entries.map((entry) => [formatDay(entry.day), entry.amount.toFixed()])).toEqual([[day, amount]]);
});

test("what is taken back says so", () => {
  const marks = ["C", "D", "RC", "RD"].map((mark) => `:61:261231${mark}7,NTRFREF`);
  expect(withEntries(...marks).entries.map(({ isReversal }) => isReversal)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test("an entry that cannot be read is told with its line; the others are read", () => {
  const { entries, faults } = withEntries(
    ":61:2613311231C1,00NTRFREF",
    ":61:261231C1.000,00NTRFREF",
    ":61:nonsense",
    ":61:261231C3,NTRFREF",
  );
  expect(entries.map(({ amount, line }) => [amount.toFixed(), line])).toEqual([["3", 7]]);
  expect(faults).toEqual([
    { line: 4, reason: "its date cannot be read", value: "2613311231" },
    { line: 5, reason: "its amount cannot be read", value: "1.000,00" },
    { line: 6, reason: ":61: is not understood", value: "nonsense" },
  ]);
});

test("notes between fields are no text of an entry", () => {
  const [entry] = withEntries(":61:261231C1,NTRFNONREF", ":86:INV-1", ":NS:22Company", "23more").entries;
  expect(entry?.transactions[0].unstructured).toEqual(["INV-1"]);
});

test("an overdrawn balance is below zero, and intermediate ones count as well", () => {
  expect(withEntries().closing).toMatchObject({ currency: "EUR" });
  expect(withEntries().closing?.amount.toFixed(2)).toBe("-5.25");
  const [statement] = statementsOf(mt940File.replace(":60F:", ":60M:").replace(":62F:", ":62M:"));
  expect([statement?.opening?.amount.toFixed(), statement?.closing?.amount.toFixed()]).toEqual([
    "1000",
    "1156.5",
  ]);
});

test("several statements in one file keep to themselves", () => {
  const two = statementsOf(`${mt940File}\r\n${mt940File.replace("202051", "999")}`);
  expect(two.map(({ id, account, entries }) => [id, account, entries.length])).toEqual([
    ["00001/001", "12030000/0000202051", 3],
    ["00001/001", "12030000/0000999", 3],
  ]);
});

test("a statement that begins before the last one has ended is cut off", () => {
  const reading = mt940.read(Buffer.from(":20:A\n:60F:C261231EUR0,\n:20:B\n:62F:C261231EUR0,\n"), "file", {});
  expect(reading).toMatchObject({ ok: false, failure: { code: "CUT_OFF" } });
});

describe("details", () => {
  it.each([
    [
      "a purpose that goes on within a word",
      ["166?00GUTSCHRIFT?20SVWZ+Rechnung zu INV-2026-0?21012 vom 5.10.?32ACME GMBH ?33UND CO"],
      { texts: ["Rechnung zu INV-2026-0012 vom 5.10.", "GUTSCHRIFT"], payer: "ACME GMBH UND CO" },
    ],
    [
      "subfields over several lines",
      ["166?00GUT?20EREF+E-1?21SVWZ+INV-", "1001?31DE021?32ACME"],
      { endToEndIds: ["E-1"], texts: ["INV-1001", "GUT"], payer: "ACME", payerAccount: "DE021" },
    ],
    [
      "another sign between subfields",
      ["005<00GUT<20INV-1<32ACME"],
      { texts: ["INV-1", "GUT"], payer: "ACME" },
    ],
    [
      "names between slashes",
      [
        "/TRTP/SEPA OVERBOEKING/IBAN/NL20INGB0001234567/BIC/INGBNL2A/NAME/BETA BV/REMI/USTD//INV-1002/EREF/E-2",
      ],
      {
        endToEndIds: ["E-2"],
        texts: ["INV-1002", "SEPA OVERBOEKING"],
        payer: "BETA BV",
        payerAccount: "NL20INGB0001234567",
      },
    ],
    [
      "a counterparty in parts",
      ["/EREF/X/CNTP/NL20INGB0001234567/INGBNL2A/BETA BV///REMI/USTD//INV-3/"],
      { endToEndIds: ["X"], texts: ["INV-3"], payer: "BETA BV", payerAccount: "NL20INGB0001234567" },
    ],
    ["plain text", ["Payment of INV-1001", "and INV-1002"], { texts: ["Payment of INV-1001 and INV-1002"] }],
    ["nothing", [], {}],
  ])("of %s", (_, lines, expected) => {
    expect(readDetails(lines)).toEqual({
      endToEndIds: [],
      texts: [],
      payer: undefined,
      payerAccount: undefined,
      ...expected,
    });
  });
});
