import { Option } from "commander";
import { parseDocumentFilter, type RegisteredInvoice } from "../../core/api";
import { CommandFailure } from "../exit";

export const invoicesOption = () =>
  new Option("--invoices <filter>", "numbers, A..B and Column=value of Invoices, by commas; default: all");

/** The documents that --invoices means; a filter that is not understood ends the command. */
export function chosenBy(text: string | undefined): (document: RegisteredInvoice) => boolean {
  const filter = parseDocumentFilter(text ?? "");
  if (filter.ok) return filter.holds;
  throw new CommandFailure(
    `--invoices ${filter.part}: Invoices has no such column; write numbers, A..B or Column=value`,
  );
}
