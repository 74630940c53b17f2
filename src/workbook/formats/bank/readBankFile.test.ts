import { formatDay, type BankFile } from "../../../core/api";
import {
  bai2File,
  bankFiles,
  camtFile,
  csvFile,
  mt940File,
  ofxFile,
} from "../../../../test/support/bankFiles";
import { smallWorkbook, zipParts } from "../../../../test/support/testWorkbook";
import { readBankFile } from "./readBankFile";

const utf8 = (text: string): Uint8Array => Buffer.from(text);

function read(bytes: Uint8Array): BankFile {
  const reading = readBankFile(bytes, "file");
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading.file;
}

/** What all formats say alike of the same movements. */
function figures({ format, statements }: BankFile) {
  return {
    format,
    statements: statements.map(({ opening, closing, entries, faults }) => ({
      opening: opening?.amount.toFixed(2),
      closing: closing?.amount.toFixed(2),
      faults,
      entries: entries.map(
        ({ day, amount, currency }) => `${formatDay(day)} ${amount.toFixed(2)} ${currency}`,
      ),
    })),
  };
}

const entries = ["2026-10-05 119.00 EUR", "2026-10-07 50.00 EUR", "2026-10-08 -12.50 EUR"];
const both = { opening: "1000.00", closing: "1156.50", faults: [] };

test.each([
  ["camt.053", utf8(camtFile), both, entries],
  ["ofx", Buffer.from(ofxFile, "latin1"), { ...both, opening: undefined }, entries],
  ["mt940", utf8(mt940File), both, entries],
  // Its entries bear the day of their group.
  ["bai2", utf8(bai2File), both, entries.map((entry) => entry.replace(/^\S+/, "2026-10-05"))],
  ["csv", utf8(csvFile), { opening: undefined, closing: undefined, faults: [] }, entries],
])("%s is told by its content and read as the same movements", (format, bytes, balances, expected) => {
  expect(figures(read(bytes))).toEqual({ format, statements: [{ ...balances, entries: expected }] });
});

test.each(Object.entries(bankFiles))("%s says who paid what", (_, text) => {
  const [first, second] = read(utf8(text)).statements[0]?.entries ?? [];
  expect(first?.transactions[0].unstructured.join(" ")).toContain("INV-1001");
  const texts = second?.transactions.flatMap((each) => [...each.unstructured, ...each.structured]).join(" ");
  expect(texts).toMatch(/INV-?1002|R&D/);
});

test("payers, their accounts and the bank's ids are those of the files", () => {
  const said = (text: string) => {
    const [first] =
      read(Buffer.from(text, text === ofxFile ? "latin1" : "utf8")).statements[0]?.entries ?? [];
    return [first?.bankId, first?.method, first?.transactions[0].payer, first?.transactions[0].payerAccount];
  };
  expect(said(camtFile)).toEqual(["B-1", "PMNT-RCDT-ESCT", "Acme & Söhne", "NL91ABNA0417164300"]);
  expect(said(ofxFile)).toEqual(["B-1", "CREDIT", "Acme & Söhne", undefined]);
  expect(said(mt940File)).toEqual([undefined, "NTRF", "ACME GMBH", "NL91ABNA0417164300"]);
  expect(said(bai2File)).toEqual([undefined, "165", undefined, undefined]);
  expect(said(csvFile)).toEqual([undefined, "GUTSCHRIFT", "Acme; Söhne", "NL91ABNA0417164300"]);
});

describe("encodings", () => {
  const payerOf = (bytes: Uint8Array) => read(bytes).statements[0]?.entries[0]?.transactions[0].payer;
  const declared = (encoding: string) => camtFile.replace('"UTF-8"', `"${encoding}"`);

  test.each([
    ["camt in ISO-8859-1", Buffer.from(declared("ISO-8859-1"), "latin1")],
    ["camt in windows-1252", Buffer.from(declared("windows-1252"), "latin1")],
    ["camt in UTF-16", Buffer.from(`\ufeff${declared("UTF-16")}`, "utf16le")],
    ["camt with a mark", utf8(`\ufeff${camtFile}`)],
    ["OFX in windows-1252", Buffer.from(ofxFile, "latin1")],
    ["OFX in UTF-8", utf8(ofxFile.replace("USASCII", "UTF-8").replace("1252", "NONE"))],
  ])("%s is read as it is declared", (_, bytes) => {
    expect(payerOf(bytes)).toBe("Acme & Söhne");
  });

  test("windows-1252 and ISO-8859-1 differ where the header says so", () => {
    const text = ofxFile.replace("Acme & S\u00f6hne", "A\u0080\u00ff");
    expect(payerOf(Buffer.from(text, "latin1"))).toBe("A\u20ac\u00ff");
    expect(payerOf(Buffer.from(text.replace("CHARSET:1252", "CHARSET:8859-1"), "latin1"))).toBe(
      "A\u0080\u00ff",
    );
  });

  test("CSV is read in windows-1252 and UTF-16 as well", () => {
    expect(payerOf(Buffer.from(csvFile, "latin1"))).toBe("Acme; Söhne");
    expect(payerOf(Buffer.from(`\ufeff${csvFile}`, "utf16le"))).toBe("Acme; Söhne");
  });
});

describe("files that cannot be read are refused in one sentence", () => {
  const refusal = (bytes: Uint8Array) => {
    const reading = readBankFile(bytes, "file");
    return reading.ok ? "read" : reading.failure.message;
  };

  test.each([
    ["nothing", utf8(""), "It is empty."],
    [
      "a workbook",
      zipParts(smallWorkbook()),
      "It is an Excel workbook or another zip archive; give a file of one",
    ],
    [
      "another XML",
      utf8("<a/>"),
      "It is an XML file; give a file of one of these formats: camt.053, OFX, MT940, BAI2, CSV.",
    ],
    ["camt that is cut off", utf8(camtFile.slice(0, -30)), "It is cut off: the XML does not end"],
    [
      "camt with a DOCTYPE",
      utf8(camtFile.replace("<Document", "<!DOCTYPE x><Document")),
      "It is no XML that can be read",
    ],
    ["camt without a statement", utf8(camtFile.replace(/<Stmt>[^]*<\/Stmt>/, "")), "It holds no statement"],
    [
      "camt.054",
      utf8(camtFile.replace(/BkToCstmrStmt/g, "BkToCstmrDbtCdtNtfctn")),
      "It is a camt.054, whose entries stand in the camt.053",
    ],
    ["OFX that is cut off", utf8(ofxFile.slice(0, -20)), "It is cut off: its end (</OFX>) is missing"],
    ["OFX cut off in a header", utf8("OFXHEADER:100\nDATA:OFXSGML\n"), "It is cut off before its data"],
    ["OFX with a DOCTYPE", utf8("<!DOCTYPE a [<!ENTITY b 'c'>]><OFX></OFX>"), "It has a DOCTYPE"],
    [
      "OFX without a statement",
      utf8("<OFX><SIGNONMSGSRSV1></SIGNONMSGSRSV1></OFX>"),
      "It holds no statement",
    ],
    [
      "MT940 that is cut off",
      utf8(mt940File.slice(0, mt940File.indexOf(":62F:"))),
      "It is cut off: the statement that begins on line 2",
    ],
    [
      "BAI2 that is cut off",
      utf8(bai2File.slice(0, bai2File.indexOf("\n99"))),
      "It is cut off: its trailer (record 99)",
    ],
    [
      "BAI2 without an account",
      utf8("01,A,B,261031,1,1,,,2/\n02,A,B,1,261005,,EUR,2/\n99,0,0,3/"),
      "It holds no account",
    ],
    ["text of anything", utf8("hello\nworld\n"), "It is no bank file: it has no column of dates"],
    ["CSV with an open quote", utf8('Date,Amount\n2026-10-01,"5'), "The quote that opens on line 2"],
  ])("%s", (_, bytes, message) => {
    expect(refusal(bytes)).toContain(message);
  });
});
