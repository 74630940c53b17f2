import { faultCode } from "../../fileFault";
import { CommandFailure } from "../../exit";

/** Loads a package that Ratebook works without; says what to install where it is missing. */
export async function optionalPackage<T>(load: () => Promise<T>, name: string, reads: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const isMissing = ["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"].includes(faultCode(error) ?? "");
    const isForOther = error instanceof Error && error.message.includes(name.split("/")[0]!);
    if (!isMissing && !isForOther) throw error;
    throw new CommandFailure(
      `${reads} is read by the package ${name}, which is not installed: npm install ${name}`,
    );
  }
}
