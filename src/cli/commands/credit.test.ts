import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bench } from "../../../test/review/support/bench";
import { bytesOf, october } from "../../../test/review/support/smallBook";
import { ratebookHere as ratebook } from "../../../test/support/ratebookHere";

let meanwhile: () => void = () => undefined;
// A logo is looked for after the workbook was read and before anything is written.
jest.mock("../logo", () => ({ logoFor: () => Promise.resolve(meanwhile()) }));

describe("credit", () => {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-credit-"));
  const book = join(folder, "book.xlsx");
  const out = join(folder, "out.xlsx");
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("gives no number to somebody whom another has overtaken", async () => {
    const issued = (await new Bench(await bytesOf(october)).bill({ number: true })).bench;
    const { bench: credited } = await issued.credit("INV-2026-0002", { by: "Max" });
    writeFileSync(book, issued.bytes);
    meanwhile = () => writeFileSync(book, credited.bytes);
    const asked = ["credit", book, "INV-2026-0001", "--reason", "PRICE", "--out", out] as const;
    const second = await ratebook(...asked);
    expect([second.status, second.err]).toEqual([2, expect.stringContaining("Max was first (RUN-2, credit")]);
    expect(existsSync(out)).toBe(false);
    meanwhile = () => undefined;
    const again = await ratebook(...asked);
    expect([again.status, again.out]).toEqual([0, expect.stringContaining("Credit note CN-2026-0002")]);
  });
});
