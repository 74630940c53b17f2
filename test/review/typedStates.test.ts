import { Bench } from "./support/bench";
import { bytesOf, october, policy } from "./support/smallBook";

const K1 = "DRAFT-K1-2026-10-EUR";

const bookOf = async (more = {}) => new Bench(await bytesOf({ ...october, ...more }));
const withPolicy = async () => (await (await bookOf({ Policy: policy })).bill()).bench;

type Acted = Awaited<ReturnType<Bench["act"]>>;
const refusals = ({ run }: Acted) => run.refused.map(({ invoice, code }) => `${invoice} ${code}`);
const doings = ({ run }: Acted) =>
  run.done.map(({ approval: { invoiceNumber, from, to } }) => `${invoiceNumber} ${from!} → ${to!}`);

describe("a status that somebody typed", () => {
  it("Approved has no seal", async () => {
    const billed = await withPolicy();
    const place = await billed.cell("Invoices", "Status", { "Invoice number": K1 });
    const typed = await billed.edit({ [place]: "Approved" });
    expect(refusals(await typed.act("issue", { by: "Dora", invoice: [K1] }))).toEqual([`${K1} NOT_SEALED`]);
    expect((await typed.bill({ by: "Dora", number: true })).run.issues.map(({ code }) => code)).toContain(
      "NOT_SEALED",
    );
    const free = (await (await bookOf()).bill()).bench;
    const handmade = await free.edit({
      [await free.cell("Invoices", "Status", { "Invoice number": K1 })]: "Approved",
    });
    expect(doings(await handmade.act("issue", { by: "Zoe", invoice: [K1] }))).toEqual([
      "INV-2026-0001 Approved → Issued",
    ]);
  });

  it("leads nowhere, but for Draft, which asks for the whole review again", async () => {
    const both = [...policy, { Person: "Ann", Role: "Approver" }];
    const billed = (await (await bookOf({ Policy: both })).bill({ by: "Cleo" })).bench;
    const typed = async (bench: Bench, number: string, status: string) =>
      bench.edit({ [await bench.cell("Invoices", "Status", { "Invoice number": number })]: status });
    const reviewed = await typed(billed, K1, "In review");
    // Without the act nobody would be known to have submitted it, and approve own work.
    const approved = await reviewed.act("approve", { by: "Ann", invoice: [K1] });
    expect(refusals(approved)).toEqual([`${K1} WRONG_STATE`]);
    expect(approved.run.refused[0]?.message).toContain("it is In review, and the log says Draft");
    const submitted = (await billed.act("submit", { by: "Dora" })).bench;
    expect(doings(await (await typed(submitted, K1, "Draft")).act("submit", { by: "Cleo" }))).toEqual([]);
    const again = await (await typed(submitted, K1, "Draft")).act("submit", { by: "Ann", invoice: [K1] });
    expect(doings(again)).toEqual([`${K1} Draft → In review`]);
  });

  it("on an issued document leads nowhere", async () => {
    const submitted = (await (await withPolicy()).act("submit", { by: "Ann" })).bench;
    const approved = (await submitted.act("approve", { by: "Cleo" })).bench;
    const issued = (await approved.act("issue", { by: "Dora" })).bench;
    const number = "INV-2026-0002";
    const cell = await issued.cell("Invoices", "Status", { "Invoice number": number });
    const asked = [
      ["Draft", "submit", "Ann"],
      ["In review", "approve", "Cleo"],
      ["Approved", "reject", "Cleo"],
      ["Approved", "issue", "Dora"],
      ["Draft", "void", "Dora"],
    ] as const;
    for (const [status, act, by] of asked) {
      const acted = await (
        await issued.edit({ [cell]: status })
      ).act(act, { by, invoice: [number], comment: "x" });
      expect([status, act, ...refusals(acted)]).toEqual([status, act, `${number} WRONG_STATE`]);
      expect(acted.run.refused[0]?.findings.map((found) => `${found.sheet}!${found.cell}`)).toEqual([cell]);
    }
  });
});
