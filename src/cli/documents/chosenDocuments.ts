import { Option } from "commander";
import { parseDocumentFilter, unknownNumber, type RegisteredInvoice, type Snapshot } from "../../core/api";
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
  if (!filter.ok)
    throw new CommandFailure(
      `--invoices: “${filter.part}” names no column of Invoices; write numbers, A..B or Column=value between commas`,
    );
  return (snapshot) => {
    const unknown = unknownNumber(filter, snapshot);
    if (unknown !== undefined)
      throw new CommandFailure(`--invoices: the workbook has no document ${unknown}; nothing is written`);
    return filter.holds;
  };
}
