import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Decimal, formatDay } from "../../src/core/api";
import { readBankFile } from "../../src/workbook/formats/bank/readBankFile";
import { ofxFile } from "../support/bankFiles";
import { otherFiles } from "../support/bankStyles/otherStyles";
import { realDataFolder } from "../support/realDataFolder";

interface Transaction {
  readonly id: string;
  readonly day: string;
  readonly amount: string;
  readonly payer: string;
}

/** What another reader of OFX, written by others, makes of the texts; null where it takes none of a text. */
function oracle(texts: readonly string[]): readonly (readonly Transaction[] | null)[] {
  const script = join(__dirname, "..", "support", "ofxOracle.mjs");
  const ran = spawnSync(process.execPath, [script], { input: JSON.stringify(texts), encoding: "utf8" });
  if (ran.status !== 0) throw new Error(ran.stderr);
  const read = JSON.parse(ran.stdout) as readonly (readonly Readonly<Record<string, string>>[] | null)[];
  return read.map(
    (transactions) =>
      transactions &&
      transactions.map(({ FITID = "", DTPOSTED = "", TRNAMT = "", NAME = "" }) => ({
        id: FITID,
        day: `${DTPOSTED.slice(0, 4)}-${DTPOSTED.slice(4, 6)}-${DTPOSTED.slice(6, 8)}`,
        amount: new Decimal(TRNAMT.replace(",", ".").replace("+", "")).toFixed(),
        payer: NAME,
      })),
  );
}

function ours(bytes: Uint8Array): readonly Transaction[] {
  const read = readBankFile(bytes, "file.ofx");
  if (!read.ok) throw new Error(read.failure.message);
  expect(read.file.format).toBe("ofx");
  return read.file.statements.flatMap(({ entries }) =>
    entries.map(({ bankId = "", day, amount, transactions: [{ payer = "" }] }) => ({
      id: bankId,
      day: formatDay(day),
      amount: amount.toFixed(),
      payer,
    })),
  );
}

/** The elements without a value of the one are filled: the other reader knows none. */
const made = [
  ofxFile.replace("<MEMO></STMTTRN>", "<MEMO>-</STMTTRN>"),
  ...otherFiles.map(({ text }) => text).filter((text) => text.includes("<OFX>")),
];

it("reads what another reader reads, transaction by transaction", () => {
  const known = oracle(made);
  expect(known.map((transactions) => transactions?.length)).toEqual([3, 2, 1]);
  expect(made.map((text) => ours(Buffer.from(text, "latin1")))).toEqual(known);
});

const { folder, itWithData } = realDataFolder("bank-statements");

itWithData("reads real files as another reader does", () => {
  const files = join(folder, "ofx");
  const names = readdirSync(files).filter((name) => !name.startsWith("broken-"));
  const bytes = names.map((name) => readFileSync(join(files, name)));
  const known = oracle(bytes.map((each) => each.toString("utf8")));
  const both = names.flatMap((name, index) => {
    const transactions = known[index];
    return transactions ? [{ name, ours: ours(bytes[index]!), transactions }] : [];
  });
  expect(both.length).toBeGreaterThanOrEqual(4);
  expect(both.map((each) => [each.name, each.ours])).toEqual(
    both.map((each) => [each.name, each.transactions]),
  );
});
