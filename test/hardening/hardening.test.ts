import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { newFolder, ratebook } from "../support/commandLine";
import type { BillJson } from "../support/workbookRun";
import { cases, type Case } from "./cases";

const FILES = join(__dirname, "files");

/** Bills a file of the collection and expects what its case says. */
async function expectCase(name: string, wanted: Case): Promise<void> {
  const folder = newFolder();
  const usage = "usage" in wanted && wanted.usage ? ["--usage", join(FILES, wanted.usage)] : [];
  const book = join(FILES, `${name}.xlsx`);
  const ran = await ratebook(["bill", book, ...usage, "--out", "out.xlsx", "--json"], folder);
  expect(ran.stderr).not.toMatch(/\n\s+at /);
  if ("refused" in wanted) {
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toMatch(wanted.refused);
    expect(ran.stderr.trimEnd()).not.toContain("\n");
    expect(readdirSync(folder)).toEqual([]);
    return;
  }
  const json = JSON.parse(ran.stdout) as BillJson;
  if ("billed" in wanted) {
    expect([0, 1]).toContain(ran.status);
    expect(json.totals).not.toEqual([]);
    return;
  }
  if ("totals" in wanted) {
    const totals = json.totals.map(({ currency, total }) => [currency, String(total)]);
    expect(Object.fromEntries(totals)).toEqual(wanted.totals);
    return;
  }
  expect(ran.status).toBe(1);
  expect(json).toMatchObject({ held: wanted.held, totals: [] });
  expect(json.issues).toContainEqual(
    expect.objectContaining({ severity: "error", sheet: wanted.issueSheet }),
  );
}

describe("a file that hurts is read as it is meant, or refused in one line", () => {
  test.each(Object.entries(cases))("%s", expectCase);
});

test("every file has its case", () => {
  const files = readdirSync(FILES).filter((file) => file.endsWith(".xlsx"));
  expect(files.map((file) => basename(file, ".xlsx")).sort()).toEqual(Object.keys(cases).sort());
});
