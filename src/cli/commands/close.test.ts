import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bench } from "../../../test/review/support/bench";
import { bytesOf, october } from "../../../test/review/support/smallBook";
import { ratebookHere as ratebook } from "../../../test/support/ratebookHere";

describe("close", () => {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-close-"));
  const at = (name: string) => join(folder, name);
  beforeAll(async () => {
    const drafted = (await new Bench(await bytesOf(october)).bill()).bench;
    writeFileSync(at("drafted.xlsx"), drafted.bytes);
    writeFileSync(at("issued.xlsx"), (await drafted.bill({ number: true })).bench.bytes);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("writes a closed book, which bill and a second close refuse, and opens it with a reason", async () => {
    const closed = await ratebook(
      "close",
      at("issued.xlsx"),
      "2026-10",
      "--by",
      "Emil",
      "--out",
      at("c.xlsx"),
      "--json",
    );
    const json = JSON.parse(closed.out) as Record<string, unknown>;
    expect([closed.status, Object.keys(json)]).toEqual([0, ["period", "closed", "steps", "head", "output"]]);
    expect(json).toMatchObject({
      period: "2026-10",
      closed: true,
      head: (await new Bench(readFileSync(at("c.xlsx"))).table("Run log")).at(-1)!.Hash,
    });
    expect((json.steps as unknown[])[0]).toEqual({
      step: "Inputs clean",
      state: "Done",
      passed: true,
      message: "no errors in the inputs",
    });
    const billed = await ratebook("bill", at("c.xlsx"), "--out", at("no.xlsx"));
    expect([billed.status, billed.out]).toEqual([2, ""]);
    expect(billed.err).toMatch(/2026-10 is closed.*--period.*--reopen --reason TEXT\n$/);
    const twice = await ratebook("close", at("c.xlsx"), "2026-10", "--out", at("no.xlsx"));
    expect([twice.status, twice.err]).toEqual([2, expect.stringContaining("was closed by Emil")]);
    const again = await ratebook("credit", at("c.xlsx"), "INV-2026-0001", "--rebill", "--out", at("no.xlsx"));
    expect([again.status, again.err]).toEqual([
      2,
      expect.stringContaining("2026-10 is closed and not billed"),
    ]);
    const why = await ratebook("close", at("c.xlsx"), "2026-10", "--reopen", "--out", at("no.xlsx"));
    expect([why.status, why.err]).toEqual([2, expect.stringContaining("needs a reason")]);
    const open = await ratebook(
      ...["close", at("c.xlsx"), "2026-10", "--reopen", "--reason", "late", "--out", at("o.xlsx"), "--json"],
    );
    expect([open.status, JSON.parse(open.out)]).toMatchObject([0, { closed: false, steps: [] }]);
    expect(readdirSync(folder)).not.toContain("no.xlsx");
  });

  it("says which steps are open, and writes nothing", async () => {
    const { status, out } = await ratebook("close", at("drafted.xlsx"), "2026-10", "--out", at("no.xlsx"));
    expect(status).toBe(1);
    expect(out).toContain("2026-10 stays open\n");
    expect(out).toMatch(/^ {2}open {2}All issued \(Open\): not issued: DRAFT-K1-2026-10-EUR \(Draft\), /m);
    expect(out).toMatch(/^ {2}ok {4}Reconciled \(Open\): usage, contracts and documents agree$/m);
    expect(readdirSync(folder)).not.toContain("no.xlsx");
    const wrong = await ratebook("close", at("drafted.xlsx"), "October");
    expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining("October is no period")]);
  });

  it("writes the steps alone where somebody wants to fill them in", async () => {
    const { status, out } = await ratebook(
      ...["close", at("drafted.xlsx"), "2026-10", "--checklist", "--out", at("steps.xlsx"), "--json"],
    );
    expect([status, JSON.parse(out)]).toMatchObject([0, { closed: false }]);
    const steps = await new Bench(readFileSync(at("steps.xlsx"))).table("Checklist");
    expect(steps.map(({ State }) => State)).toEqual(Array(7).fill("Open"));
  });
});
