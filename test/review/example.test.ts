import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { VerifiedBook } from "../../src/core/api";
import { Bench } from "./support/bench";

const failures = ({ invoices, findings }: VerifiedBook) => [
  ...invoices.flatMap(({ differences }) => differences),
  ...findings,
];

describe("the bundled example", () => {
  const example = new Bench(new Uint8Array(readFileSync(join(__dirname, "../../examples/harbour.xlsx"))));

  it("verifies as a draft, numbered in one step, and issued after a review", async () => {
    const drafts = (await example.bill()).bench;
    const numbered = (await drafts.bill({ number: true, asOf: "2026-11-02" })).bench;
    for (const billed of [drafts, numbered]) {
      const verified = await billed.verify();
      expect([failures(verified), verified.result]).toEqual([[], "PASS"]);
      expect(verified.passed).toBeGreaterThan(5);
    }
    const submitted = (await drafts.act("submit", { by: "Ann" })).bench;
    const approved = (await submitted.act("approve", { by: "Ben" })).bench;
    const { bench: issued, run } = await approved.act("issue", { by: "Cleo" });
    expect(run.refused).toEqual([]);
    const verified = await issued.verify();
    expect([failures(verified), verified.result]).toEqual([[], "PASS"]);
    expect(verified.invoices.filter(({ result, sealed }) => result === "PASS" && !sealed)).toEqual([]);
  });
});
