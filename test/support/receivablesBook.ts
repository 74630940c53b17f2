import { join } from "node:path";
import { newFolder, ratebook } from "./commandLine";
import { writeBook, type RowInput } from "./workbookFixture";

/** An issued invoice in euros. */
export const invoice = (
  number: string,
  customer: string,
  date: string,
  total: number,
  row: RowInput = {},
): RowInput => ({
  "Invoice number": number,
  Status: "Issued",
  Type: "Invoice",
  "Customer ID": customer,
  "Customer name": `Name of ${customer}`,
  "Invoice date": date,
  "Due date": undefined,
  Currency: "EUR",
  Total: total,
  Corrects: undefined,
  ...row,
});

export const creditNote = (
  number: string,
  customer: string,
  date: string,
  total: number,
  row: RowInput = {},
): RowInput => invoice(number, customer, date, total, { Type: "Credit note", ...row });

export const payment = (
  id: string | undefined,
  date: string,
  amount: number,
  row: RowInput = {},
): RowInput => ({
  "Payment ID": id,
  "Customer ID": undefined,
  Date: date,
  Amount: amount,
  Currency: "EUR",
  Reference: undefined,
  "Invoice number": undefined,
  Payer: undefined,
  ...row,
});

export const posted = (
  id: string,
  paymentId: string,
  number: string,
  date: string,
  amount: number,
  row: RowInput = {},
): RowInput => ({
  "Application ID": id,
  Status: "Posted",
  "Payment ID": paymentId,
  "Invoice number": number,
  Date: date,
  Kind: "Cash",
  Amount: amount,
  "Reason code": undefined,
  Reverses: undefined,
  ...row,
});

export type Tables = Readonly<Record<string, readonly RowInput[]>>;

export interface JsonRun<Json> {
  readonly status: number;
  readonly json: Json;
  readonly stderr: string;
  readonly folder: string;
}

/** Runs a command over a workbook of these tables and reads the object that it prints. */
export async function runOn<Json>(
  tables: Tables,
  command: string,
  ...options: readonly string[]
): Promise<JsonRun<Json>> {
  const folder = newFolder();
  const book = join(folder, "book.xlsx");
  await writeBook(book, tables);
  return runAgain<Json>(book, command, ...options);
}

/** Runs a command over a file, in the file's folder. */
export async function runAgain<Json>(
  book: string,
  command: string,
  ...options: readonly string[]
): Promise<JsonRun<Json>> {
  const folder = join(book, "..");
  const { status, stdout, stderr } = await ratebook([command, book, ...options, "--json"], folder);
  return { status, json: (stdout === "" ? {} : JSON.parse(stdout)) as Json, stderr, folder };
}
