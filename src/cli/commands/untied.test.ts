import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { templatePlan, UntiedPlan } from "../../core/api";
import { emptyPackage } from "../../workbook/xlsx/package/emptyPackage";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { fail } from "../fault";
import { ratebookProgram } from "../program";
import type * as Ties from "../../core/sheets/ties/ties";

jest.mock("../../core/sheets/ties/ties", () => {
  const actual = jest.requireActual<typeof Ties>("../../core/sheets/ties/ties");
  const checkTies = () => {
    throw new actual.UntiedPlan(
      "figures do not agree, nothing was written: INV-1: its lines add up to 9, Subtotal is 10",
    );
  };
  return { ...actual, checkTies };
});

it("leaves the file as it was where figures do not agree, and says so in one line", async () => {
  const folder = mkdtempSync(join(tmpdir(), "untied-"));
  const out = join(folder, "out.xlsx");
  const written = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    const book = join(folder, "book.xlsx");
    writeFileSync(book, applyPlan(emptyPackage(), templatePlan()));
    writeFileSync(out, "as before");
    const billing = ratebookProgram().parseAsync(["bill", book, "--out", out], { from: "user" });
    const error: unknown = await billing.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UntiedPlan);
    expect(readFileSync(out, "utf8")).toBe("as before");
    fail(error);
    expect(process.exitCode).toBe(2);
    expect(written.mock.calls).toEqual([
      ["ratebook: figures do not agree, nothing was written: INV-1: its lines add up to 9, Subtotal is 10\n"],
    ]);
  } finally {
    process.exitCode = undefined;
    written.mockRestore();
    rmSync(folder, { recursive: true });
  }
});
