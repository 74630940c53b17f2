import { existsSync } from "node:fs";
import { join } from "node:path";
import { october, policy } from "../review/support/smallBook";
import { newFolder, ratebook } from "../support/commandLine";
import { writeBook } from "../support/workbookFixture";
import { openBook, readTables } from "../support/workbookReading";

interface ActJson {
  readonly action: string;
  readonly by: string;
  readonly when: string;
  readonly done: readonly Readonly<Record<string, string | number>>[];
  readonly refused: readonly {
    readonly invoice: string;
    readonly code: string;
    readonly message: string;
    readonly findings: readonly object[];
  }[];
  readonly runId: string;
  readonly head: string;
  readonly output: string;
}

const K1 = "DRAFT-K1-2026-10-EUR";

/** Runs commands on one book after the other: the output of each is the input of the next. */
class Desk {
  readonly folder = newFolder();
  private book = join(this.folder, "book.xlsx");
  private steps = 0;

  static async open(tables: Parameters<typeof writeBook>[1]): Promise<Desk> {
    const desk = new Desk();
    await writeBook(desk.book, tables);
    return desk;
  }

  get path(): string {
    return this.book;
  }

  run(...words: readonly string[]) {
    const [command, ...options] = words as [string, ...string[]];
    return ratebook([command, this.book, ...options], this.folder);
  }

  async act(...words: readonly string[]): Promise<{ readonly status: number; readonly json: ActJson }> {
    const out = join(this.folder, `step-${String(++this.steps)}.xlsx`);
    const ran = await this.run(...words, "--out", out, "--json");
    if (ran.status > 1) throw new Error(ran.stderr);
    if (existsSync(out)) this.book = out;
    return { status: ran.status, json: JSON.parse(ran.stdout) as ActJson };
  }
}

const billed = async () => {
  const desk = await Desk.open({ ...october, Policy: policy });
  await desk.act("bill", "--period", "2026-10", "--as-of", "2026-10-31", "--by", "Ann");
  return desk;
};

describe("acts on the command line", () => {
  it("take a draft to an issued invoice that verifies", async () => {
    const desk = await billed();
    const submitted = await desk.act("submit", "--all", "--by", "Ann", "--as-of", "2026-11-02");
    expect(submitted.json).toMatchObject({
      action: "submit",
      by: "Ann",
      when: "2026-11-02",
      refused: [],
      runId: "RUN-2",
    });
    expect(submitted.json.done[0]).toEqual({
      invoice: K1,
      was: "",
      from: "Draft",
      to: "In review",
      total: 882,
      currency: "EUR",
      seal: "",
    });
    const approved = await desk.act("approve", "--invoice", K1, "--by", "Cleo", "--comment", "checked");
    expect(approved.status).toBe(0);
    expect(approved.json.done[0]!.seal).toMatch(/^1-[0-9a-f]{64}$/);
    const issued = await desk.act("issue", "--period", "2026-10", "--customer", "C1", "--by", "Dora");
    expect(issued.json.done).toMatchObject([{ invoice: "INV-2026-0001", was: K1, to: "Issued" }]);
    const { status, stdout } = await desk.run("verify", "--head", issued.json.head);
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.slice(0, 3).sort()).toEqual([
      "DRAFT-K2-2026-10-EUR PASS",
      "DRAFT-K3-2026-10-EUR PASS",
      "INV-2026-0001 PASS",
    ]);
    expect(lines.slice(3)).toEqual(["3 passed, 0 failed, 0 not checked", `Head: ${issued.json.head}`]);
    const log = (await readTables(desk.path))["Run log"]!.rows;
    expect(log.map((row) => row.Action)).toEqual(["bill", "submit", "approve", "issue"]);
    expect(log.at(-1)!.Parameters).toMatch(/approvals [0-9a-f]{64}$/);
    expect((await openBook(desk.path)).getWorksheet("Seals")!.state).toBe("hidden");
  });

  it("judge each document alone, and write no file when nothing is done", async () => {
    const desk = await billed();
    const before = desk.path;
    const refused = await desk.act("approve", "--invoice", K1, "--by", "Cleo");
    expect([refused.status, refused.json.output, desk.path]).toEqual([1, "", before]);
    expect(refused.json.refused).toEqual([
      { invoice: K1, code: "WRONG_STATE", message: expect.any(String), findings: [] },
    ]);
    await desk.act("submit", "--all", "--by", "Ann");
    const some = await desk.act("approve", "--all", "--by", "Ben");
    expect([some.status, some.json.done.length, some.json.refused.map(({ code }) => code)]).toEqual([
      1,
      2,
      ["OVER_LIMIT"],
    ]);
  });

  it.each([
    [["reject", "--all"], /reason/],
    [["issue", "--invoice", "INV-9"], /no document INV-9/],
    [["issue"], /--invoice NUMBER/],
    [["verify", "--invoice", "INV-9"], /no document INV-9/],
  ])("refuse %j in one line", async (words, why) => {
    const ran = await (await billed()).run(...words);
    expect([ran.status, ran.stderr.trim().split("\n").length]).toEqual([2, 1]);
    expect(ran.stderr).toMatch(why);
  });
});

describe("bill", () => {
  it("counts what waits for approval, and fails for it", async () => {
    const desk = await Desk.open({ ...october, Policy: policy });
    const ran = await desk.run(
      "bill",
      "--period",
      "2026-10",
      "--number",
      "--by",
      "Dora",
      "--json",
      "--out",
      join(desk.folder, "out.xlsx"),
    );
    expect(ran.status).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ invoices: 3, waiting: 3 });
    const free = await Desk.open(october);
    const numbered = await free.run(
      "bill",
      "--period",
      "2026-10",
      "--number",
      "--json",
      "--out",
      join(free.folder, "out.xlsx"),
    );
    expect([numbered.status, (JSON.parse(numbered.stdout) as { waiting: number }).waiting]).toEqual([0, 0]);
  });
});

describe("verify", () => {
  it("names cell, code and both values, and ends with the head", async () => {
    const desk = await billed();
    const changed = await openBook(desk.path);
    const sheet = changed.getWorksheet("Invoices")!;
    const total = sheet.getRow(1).values as unknown[];
    const cell = sheet.getRow(2).getCell(total.indexOf("Total"));
    cell.value = 1;
    const path = join(desk.folder, "changed.xlsx");
    await changed.xlsx.writeFile(path);
    const { status, stdout } = await ratebook(["verify", path], desk.folder);
    expect(status).toBe(1);
    expect(stdout).toContain(`${K1} FAIL\n  Invoices!${cell.address}  CELL_CHANGED  expected 882, found 1\n`);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^Head: [0-9a-f]{64}$/);
    const json = JSON.parse((await ratebook(["verify", path, "--json"], desk.folder)).stdout) as object;
    expect(json).toMatchObject({
      result: "FAIL",
      passed: 2,
      failed: 1,
      notChecked: 0,
      log: { result: "PASS", rows: 1 },
    });
  });
});
