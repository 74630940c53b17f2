import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bench } from "../../../test/review/support/bench";
import { bytesOf, october } from "../../../test/review/support/smallBook";
import { CommandFailure } from "../exit";
import { openWorkbookFile } from "../openWorkbookFile";
import { refuseOvertaken } from "./refuseOvertaken";

describe("two at once", () => {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-overtaken-"));
  const path = join(folder, "book.xlsx");
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("whoever logged something meanwhile was first, and is named", async () => {
    const billed = (await new Bench(await bytesOf(october)).bill()).bench;
    writeFileSync(path, billed.bytes);
    const read = await openWorkbookFile(path);
    await expect(refuseOvertaken(path, read)).resolves.toBeUndefined();
    const { bench } = await billed.act("submit", { by: "Max" });
    writeFileSync(path, bench.bytes);
    await expect(refuseOvertaken(path, read)).rejects.toThrow(CommandFailure);
    await expect(refuseOvertaken(path, read)).rejects.toThrow("Max was first (RUN-2, submit, 2026-11-02)");
  });
});
