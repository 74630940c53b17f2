import type { VerifiedBook } from "../../src/core/api";
import { shortExample } from "../support/shortExample";
import { Bench } from "./support/bench";

const failures = ({ invoices, findings }: VerifiedBook) => [
  ...invoices.flatMap(({ differences }) => differences),
  ...findings,
];

describe("the bundled example with fewer rows", () => {
  let drafts: Bench;

  beforeAll(async () => {
    drafts = (await new Bench(await shortExample()).bill()).bench;
  });

  it("verifies as drafts", async () => {
    const verified = await drafts.verify();
    expect([failures(verified), verified.result]).toEqual([[], "PASS"]);
    expect(verified.passed).toBeGreaterThan(5);
  });

  it("verifies once it was reviewed and issued", async () => {
    const submitted = (await drafts.act("submit", { by: "Ann" })).bench;
    const approved = (await submitted.act("approve", { by: "Ben" })).bench;
    const { bench: issued, run } = await approved.act("issue", { by: "Cleo" });
    expect(run.refused).toEqual([]);
    const verified = await issued.verify();
    expect([failures(verified), verified.result]).toEqual([[], "PASS"]);
    expect(verified.invoices.filter(({ result, sealed }) => result === "PASS" && !sealed)).toEqual([]);
  });
});
