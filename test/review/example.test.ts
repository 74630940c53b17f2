import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { VerifiedBook } from "../../src/core/api";
import { Bench } from "./support/bench";

const failures = ({ invoices, findings }: VerifiedBook) => [
  ...invoices.flatMap(({ differences }) => differences),
  ...findings,
];

/** A hundred thousand rows take their time on a busy machine. */
const LONG = 300_000;

describe("the bundled example", () => {
  const example = new Bench(new Uint8Array(readFileSync(join(__dirname, "../../examples/harbour.xlsx"))));
  let drafts: Bench;

  beforeAll(async () => {
    drafts = (await example.bill()).bench;
  }, LONG);

  it(
    "verifies as drafts",
    async () => {
      const verified = await drafts.verify();
      expect([failures(verified), verified.result]).toEqual([[], "PASS"]);
      expect(verified.passed).toBeGreaterThan(5);
    },
    LONG,
  );

  it(
    "verifies once it was reviewed and issued",
    async () => {
      const submitted = (await drafts.act("submit", { by: "Ann" })).bench;
      const approved = (await submitted.act("approve", { by: "Ben" })).bench;
      const { bench: issued, run } = await approved.act("issue", { by: "Cleo" });
      expect(run.refused).toEqual([]);
      const verified = await issued.verify();
      expect([failures(verified), verified.result]).toEqual([[], "PASS"]);
      expect(verified.invoices.filter(({ result, sealed }) => result === "PASS" && !sealed)).toEqual([]);
    },
    LONG,
  );
});
