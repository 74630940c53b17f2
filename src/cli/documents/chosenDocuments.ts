import { Option } from "commander";
import { parseDocumentFilter, whyUnknown, type RegisteredInvoice, type Snapshot } from "../../core/api";
import { CommandFailure } from "../exit";

export const invoicesOption = () =>
  new Option("--invoices <filter>", "numbers, A..B and Column=value of Invoices, by commas; default: all");

type Choice = ((document: RegisteredInvoice) => boolean) | undefined;

/**
 * The documents of a workbook that --invoices means; undefined, which is all, without it. A filter that is not understood, or that names a
 * number that no document has, ends the command.
 */
export function chosenBy(text: string | undefined): (snapshot: Snapshot) => Choice {
  if (text === undefined) return () => undefined;
  const filter = parseDocumentFilter(text);
  if (!filter.ok) throw new CommandFailure(`--invoices: ${filter.reason}`);
  return (snapshot) => {
    const reason = whyUnknown(filter, snapshot);
    if (reason !== undefined) throw new CommandFailure(`--invoices: ${reason}`);
    return filter.holds;
  };
}
