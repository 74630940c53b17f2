import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { Bench } from "../../../test/review/support/bench";
import { bytesOf, october } from "../../../test/review/support/smallBook";
import { ratebookHere as ratebook } from "../../../test/support/ratebookHere";

describe("an act that is told neither who asks nor where to write", () => {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-act-"));
  const before = process.cwd();
  const user = process.env.RATEBOOK_USER ?? userInfo().username;
  beforeAll(async () => {
    const drafted = (await new Bench(await bytesOf(october)).bill()).bench;
    writeFileSync(join(folder, "book.xlsx"), drafted.bytes);
    process.chdir(folder);
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });

  it("is done by the user of the machine, into out/BOOK-ACT.xlsx", async () => {
    const bytes = readFileSync("book.xlsx");
    const submitted = await ratebook("submit", "book.xlsx", "--all", "--json");
    const said = JSON.parse(submitted.out) as { readonly by: string; readonly output: string };
    expect([submitted.status, said.by, said.output]).toEqual([0, user, join("out", "book-submit.xlsx")]);
    const written = new Bench(readFileSync(join("out", "book-submit.xlsx")));
    const [row] = await written.table("Approvals");
    expect([row!.Action, row!.Who]).toEqual(["submit", user]);
    // The book itself is never written.
    expect(readFileSync("book.xlsx").equals(bytes)).toBe(true);
    const approved = await ratebook(
      "approve",
      join("out", "book-submit.xlsx"),
      "--all",
      "--by",
      "Cleo",
      "--json",
    );
    expect(JSON.parse(approved.out)).toMatchObject({
      by: "Cleo",
      output: join("out", "book-submit-approve.xlsx"),
    });
  });

  it("writes no file where nothing is done", async () => {
    const issued = await ratebook(
      "void",
      "book.xlsx",
      "--reason",
      "test",
      "--invoice",
      "DRAFT-K1-2026-10-EUR",
      "--by",
      "Zoe",
    );
    const again = await ratebook("approve", "book.xlsx", "--all");
    expect([issued.status, again.status]).toEqual([0, 0]);
    expect(readdirSync("out")).not.toContain("book-approve.xlsx");
  });
});
