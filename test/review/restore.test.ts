import { createHash } from "node:crypto";
import { issuedDocuments, planRestore } from "../../src/core/api";
import { Bench, saidBy } from "./support/bench";
import { bytesOf, october, policy } from "./support/smallBook";
import { INV1, LINE1, removeRow } from "./tamper/change";

function sha256(pieces: Iterable<string | Uint8Array>): string {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}

describe("Restore of issued documents", () => {
  let issued: Bench;
  beforeAll(async () => {
    const start = new Bench(await bytesOf({ ...october, Policy: policy }));
    const submitted = (await (await start.bill()).bench.act("submit", { by: "Ann" })).bench;
    const approved = (await submitted.act("approve", { by: "Cleo" })).bench;
    issued = (await approved.act("issue", { by: "Dora" })).bench;
  });

  const restored = async (changed: Bench) =>
    changed.planned(planRestore(issuedDocuments(await changed.snapshot(), sha256)));

  it.each([
    ["the row of a document", [removeRow("Invoices", INV1)]],
    ["a row and its lines", [removeRow("Invoices", INV1), removeRow("Invoice lines", LINE1)]],
    ["a line", [removeRow("Invoice lines", LINE1)]],
  ])("writes %s that was deleted, and the workbook verifies", async (_what, changes) => {
    const changed = await issued.change((book) => {
      for (const change of changes) change(book);
    });
    expect((await changed.verify()).result).toBe("FAIL");
    const back = await restored(changed);
    const verified = await back.verify();
    expect([verified.result, verified.passed, saidBy(verified)]).toEqual(["PASS", 3, []]);
    const row = async (bench: Bench) =>
      (await bench.table("Invoices")).find((each) => each["Invoice number"] === INV1["Invoice number"]);
    expect(await row(back)).toEqual(await row(issued));
  });

  it("does not invent a document whose row of Seals was changed", async () => {
    const text = await issued.cell("Seals", "Text", {
      "Invoice number": "INV-2026-0001",
      Table: "Invoices",
      Key: "INV-2026-0001",
    });
    const changed = await (await issued.edit({ [text]: "Total: 1" })).change(removeRow("Invoices", INV1));
    const rows = await (await restored(changed)).table("Invoices");
    expect(rows.map((row) => row["Invoice number"])).toEqual(["INV-2026-0002", "INV-2026-0003"]);
  });
});
