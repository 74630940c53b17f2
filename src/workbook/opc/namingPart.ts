import { PackageError } from "../readFailure";
import { XmlError } from "../xml/xmlError";

/** What `read` makes of a part; what is not well formed in it is a failure that names the part. */
export function namingPart<Result>(part: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new PackageError(
      "DAMAGED",
      `The part "${part}" of the workbook is damaged (${error.message}); open the workbook in Excel, let Excel repair it and save it again.`,
    );
  }
}
