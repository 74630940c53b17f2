import { readBankFile } from "../../../../workbook/formats/bank/readBankFile";
import { bankFileOfText, bankFileText } from "./bankFileText";

describe("a bank's file as text", () => {
  it("is the file again, with amounts that are exact decimals", () => {
    const csv =
      "Date,Amount,Currency,Text\n2026-11-10,1234567890123.10,EUR,{decimal} INV-1\n2026-11-11,-0.05,EUR,\n";
    const read = readBankFile(new TextEncoder().encode(csv), "bank.csv");
    if (!read.ok) throw new Error(read.failure.message);
    const again = bankFileOfText(bankFileText(read.file));
    expect(again).toEqual(read.file);
    const [first, second] = again.statements[0]!.entries;
    expect(first!.amount.plus("0.2").toFixed(2)).toBe("1234567890123.30");
    expect(second!.amount.isNegative()).toBe(true);
  });
});
