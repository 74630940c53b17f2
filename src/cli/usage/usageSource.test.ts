import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileFault } from "../../workbook/formats/csv/fold/usageSource";
import { sha256OfFile, usageText } from "./usageSource";

const ROW = "E-1,A,Calls,2026-04-05,1\n";
const MEGABYTE = 1024 ** 2;

describe("a file of usage", () => {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-source-"));
  const path = join(folder, "usage.csv");
  const rows = Math.ceil((3 * MEGABYTE) / ROW.length);
  beforeEach(() => writeFileSync(path, ROW.repeat(rows)));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Reads all of it, and lets something happen to it behind the first piece. */
  async function readWhile(happens: () => void): Promise<number> {
    const source = await usageText(path, rows * ROW.length);
    let length = 0;
    for await (const piece of source.open()) {
      if (length === 0) happens();
      length += piece.length;
    }
    return length;
  }

  it.each<[string, () => void]>([
    ["cut off", () => truncateSync(path, MEGABYTE)],
    ["added to", () => appendFileSync(path, ROW)],
  ])("that is %s while it is read is refused", async (_says, happens) => {
    await expect(readWhile(happens)).rejects.toThrow(FileFault);
    await expect(readWhile(happens)).rejects.toThrow("It changed while it was read; start again.");
  });

  it("that stays as it is gives all its bytes", async () => {
    expect(await readWhile(() => undefined)).toBe(rows * ROW.length);
  });

  it("that is not there ends the command with its path", async () => {
    const gone = join(folder, "gone.csv");
    await expect(usageText(gone, 1)).rejects.toThrow(`${gone}: there is no such file`);
    await expect(sha256OfFile(gone)).rejects.toThrow(`${gone}: there is no such file`);
    await expect(usageText(join(path, "x.csv"), 1)).rejects.toThrow(
      "a part of its path is a file, not a folder",
    );
  });
});
