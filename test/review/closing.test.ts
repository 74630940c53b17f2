import { Bench, saidBy } from "./support/bench";
import { bytesOf, october } from "./support/smallBook";

describe("a month that is closed", () => {
  let issued: Bench;
  beforeAll(async () => {
    issued = (await new Bench(await bytesOf(october)).bill({ number: true })).bench;
  });

  it("keeps what was closed, by whom, and the checks that passed", async () => {
    const { bench, run } = await issued.close({ by: "Emil" });
    expect(run.steps.map(({ step, state, passed }) => [step, state, passed])).toEqual(
      [
        "Inputs clean",
        "Usage complete",
        "Nothing held",
        "Reconciled",
        "All approved",
        "All issued",
        "Verified",
      ].map((step) => [step, "done", true]),
    );
    const [closed] = await bench.table("Closed periods");
    expect(closed).toMatchObject({
      Period: "2026-10",
      Action: "close",
      Who: "Emil",
      Documents: "3",
      Total: "EUR 1,239.90",
      "Usage rows": "7",
    });
    const steps = await bench.table("Checklist");
    expect(steps).toHaveLength(7);
    expect(steps[0]).toMatchObject({
      Period: "2026-10",
      State: "Done",
      Check: "Inputs clean",
      "Done by": "Emil",
    });
    const last = (await bench.table("Run log")).at(-1);
    expect(last).toMatchObject({ Action: "close", Who: "Emil", Period: "2026-10" });
    const verified = await bench.verify();
    expect([verified.result, saidBy(verified)]).toEqual(["PASS", []]);
  });
});
