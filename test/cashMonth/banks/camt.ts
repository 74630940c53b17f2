import { isoDay, money } from "./notation";
import type { BankLine } from "../month";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const element = (name: string, inner: string): string => `<${name}>${inner}</${name}>`;

function entryOf(line: BankLine, index: number): string {
  const amount = `<Amt Ccy="${line.currency}">${money(Math.abs(line.cents))}</Amt>`;
  const direction = element("CdtDbtInd", line.cents < 0 ? "DBIT" : "CRDT");
  const date = element("Dt", isoDay(line.day));
  const parties =
    element("Dbtr", element("Pty", element("Nm", escaped(line.payer)))) +
    (line.account === "" ? "" : element("DbtrAcct", element("Id", element("IBAN", line.account))));
  const texts = line.text === "" ? "" : element("RmtInf", element("Ustrd", escaped(line.text)));
  const returned = line.isReturn ? element("RtrInf", element("Rsn", element("Cd", "AM04"))) : "";
  const details = element(
    "NtryDtls",
    element("TxDtls", amount + element("RltdPties", parties) + texts + returned),
  );
  const status = element("Sts", element("Cd", "BOOK"));
  const head = amount + direction + status + element("BookgDt", date) + element("ValDt", date);
  return element("Ntry", `${head}${element("AcctSvcrRef", `B${String(index + 1)}`)}${details}`);
}

/** A camt.053 of version 8, in which money that goes back is told by the reason of its return. */
export function camt(lines: readonly BankLine[]): Uint8Array {
  const account = "<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>";
  const statement = element("Stmt", `<Id>S-10</Id>${account}${lines.map(entryOf).join("\n")}`);
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>
${statement}</BkToCstmrStmt></Document>
`;
  return new TextEncoder().encode(text);
}
