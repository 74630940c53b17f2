import { fail } from "../../src/cli/fault";
import { ratebookProgram } from "../../src/cli/program";

/** A command line in this process: its status, what it prints, and the line of its failure. */
export async function ratebookHere(...args: readonly string[]) {
  const out = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    await ratebookProgram()
      .parseAsync([...args], { from: "user" })
      .catch(fail);
    const said = (calls: readonly (readonly unknown[])[]) => calls.map(([text]) => String(text)).join("");
    return { status: process.exitCode ?? 0, out: said(out.mock.calls), err: said(err.mock.calls) };
  } finally {
    process.exitCode = undefined;
    out.mockRestore();
    err.mockRestore();
  }
}
