import { bankRowsTable } from "./bankRows.table";
import { nameKey } from "../base/name";

export type BankField = keyof (typeof bankRowsTable)["columns"];

/** The title or the position of a column, 1-based, by what it holds. */
export type BankColumns = ReadonlyMap<BankField, string>;

/** Words that a person writes for what a column holds, besides its title. */
const WORDS: Readonly<Record<string, BankField>> = {
  value: "valueDate",
  in: "credit",
  out: "debit",
  memo: "text",
  id: "bankId",
  name: "payer",
  type: "method",
};

export const bankFieldNames: readonly string[] = [
  "date",
  "value",
  "amount",
  "debit",
  "credit",
  "direction",
  "currency",
  "text",
  "reference",
  "payer",
  "payerAccount",
  "account",
  "id",
  "type",
];

function fieldNamed(word: string): BankField | undefined {
  const key = nameKey(word);
  const fields = Object.keys(bankRowsTable.columns) as BankField[];
  return WORDS[key] ?? fields.find((field) => nameKey(field) === key);
}

/** "date=1,amount=4,text=Memo" as a mapping, or what of it is not understood. */
export function parseBankColumns(text: string): BankColumns | { readonly wrong: string } {
  const columns = new Map<BankField, string>();
  for (const pair of text.split(",")) {
    const equals = pair.indexOf("=");
    const field = equals < 0 ? undefined : fieldNamed(pair.slice(0, equals));
    const name = pair.slice(equals + 1).trim();
    if (field === undefined || name === "" || columns.has(field)) return { wrong: pair.trim() };
    columns.set(field, name);
  }
  return columns;
}
