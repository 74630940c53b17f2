import type { BankBalance, BankStatement } from "../../../core/api";
import { decodeXml, EncodingError } from "../../bytes/textPieces";
import { parseXml, type XmlElement } from "../../xml/xml";
import { XmlCutOffError, XmlError } from "../../xml/xmlError";
import { refusedFile, type BankFormat, type BankReading } from "./bankFormat";
import { beginningOf, LinesOfText } from "./bankText";
import { dayIn, readEntry, signedAmount } from "./camtEntry";
import { elementAt, textAt } from "./camtText";

/** Reports of the day and notices of single payments: their entries stand in the statement again. */
const OTHERS: Readonly<Record<string, string>> = {
  BkToCstmrAcctRpt: "camt.052",
  BkToCstmrDbtCdtNtfctn: "camt.054",
};

function readBalance(element: XmlElement): BankBalance | undefined {
  const amount = signedAmount(element);
  return (
    amount && {
      amount,
      currency: elementAt(element, "Amt")?.attribute("Ccy") ?? "",
      day: dayIn(element, "Dt"),
    }
  );
}

/** The balance of the first type that there is, rather in the currency of the account. */
function balanceOf(
  statement: XmlElement,
  types: readonly string[],
  currency: string,
): BankBalance | undefined {
  for (const type of types) {
    const found = statement
      .childrenNamed("Bal")
      .filter((balance) => textAt(balance, "Tp", "CdOrPrtry", "Cd") === type)
      .flatMap((balance) => readBalance(balance) ?? []);
    const chosen = found.find((balance) => balance.currency === currency) ?? found[0];
    if (chosen) return chosen;
  }
  return undefined;
}

function readStatement(element: XmlElement, lines: LinesOfText): BankStatement {
  const currencyOfAccount = textAt(element, "Acct", "Ccy") ?? "";
  const opening = balanceOf(element, ["OPBD", "PRCD"], currencyOfAccount);
  const read = element.childrenNamed("Ntry").map((entry) => readEntry(entry, lines.at(entry.start)));
  const entries = read.flatMap((each) => (each.kind === "entry" ? [each.entry] : []));
  return {
    line: lines.at(element.start),
    id: textAt(element, "Id") ?? "",
    account: textAt(element, "Acct", "Id", "IBAN") ?? textAt(element, "Acct", "Id", "Othr", "Id") ?? "",
    currency: currencyOfAccount || opening?.currency || entries[0]?.currency || "",
    opening,
    closing: balanceOf(element, ["CLBD"], currencyOfAccount || (opening?.currency ?? "")),
    entries,
    faults: read.flatMap((each) => (each.kind === "fault" ? [each.fault] : [])),
    pending: read.flatMap((each) => (each.kind === "pending" ? [each.line] : [])),
  };
}

function* statementsIn(root: XmlElement): Generator<XmlElement> {
  if (root.name === "BkToCstmrStmt") yield* root.childrenNamed("Stmt");
  for (const message of root.descendants("BkToCstmrStmt")) yield* message.childrenNamed("Stmt");
}

/** The message of another kind that a file holds, by its name. */
function otherMessage(root: XmlElement): string | undefined {
  const names = [root.name, ...root.children.map(({ name }) => name)];
  return names.flatMap((name) => OTHERS[name] ?? [])[0];
}

function readDocument(text: string, name: string): BankReading {
  const root = parseXml(text);
  const lines = new LinesOfText(text);
  const statements = [...statementsIn(root)].map((element) => readStatement(element, lines));
  if (statements.length > 0) return { ok: true, file: { name, format: camt.id, statements } };
  const other = otherMessage(root);
  return other === undefined
    ? refusedFile("NO_STATEMENT", "It holds no statement; a camt.053 has a Stmt in its BkToCstmrStmt.")
    : refusedFile(
        "NO_STATEMENT",
        `It is a ${other}, whose entries stand in the camt.053 of the day again; give the camt.053, so that nothing counts twice.`,
      );
}

/** Statements of ISO 20022: the schemas differ in little, and names are enough to tell what is where. */
export const camt: BankFormat = {
  id: "camt.053",
  title: "camt.053",
  help: "ISO 20022 bank to customer statement, camt.053.001.02 and later, in the encoding that it declares.",
  detects: (bytes) => {
    const beginning = beginningOf(bytes);
    return beginning.startsWith("<") && /\bcamt\.05[234]\b|BkToCstmr/.test(beginning);
  },
  read: (bytes, name) => {
    try {
      return readDocument(decodeXml(bytes), name);
    } catch (error) {
      if (error instanceof XmlCutOffError)
        return refusedFile("CUT_OFF", "It is cut off: the XML does not end; fetch it from the bank again.");
      if (error instanceof XmlError || error instanceof EncodingError)
        return refusedFile("BAD_XML", `It is no XML that can be read: ${error.message}.`);
      throw error;
    }
  },
  isOnlyOfBanks: true,
};
