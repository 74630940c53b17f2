import { CommandFailure } from "../../exit";

/** Loads a package that Ratebook works without; says what to install where it is missing. */
export async function optionalPackage<T>(load: () => Promise<T>, name: string, reads: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const isMissing = code === "MODULE_NOT_FOUND" || code === "ERR_MODULE_NOT_FOUND";
    const isForOther = error instanceof Error && error.message.includes(name.split("/")[0]!);
    if (!isMissing && !isForOther) throw error;
    throw new CommandFailure(
      `${reads} is read by the package ${name}, which is not installed: npm install ${name}`,
    );
  }
}
