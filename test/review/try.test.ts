import { Bench, saidBy } from "./support/bench";
import { bytesOf, october, policy } from "./support/smallBook";

it("tries", async () => {
  const start = new Bench(await bytesOf({ ...october, Policy: policy }));
  const { bench: billed, run } = await start.bill();
  console.log(run.invoices.map((i) => [i.number, i.status, i.total.toFixed(2)]), run.issues.map(i=>i.message));
  console.log(JSON.stringify(saidBy(await billed.verify()), null, 1));
  const submitted = await billed.act("submit", { by: "Ann" });
  console.log(submitted.run.done.length, JSON.stringify(submitted.run.refused));
  const approved = await submitted.bench.act("approve", { by: "Cleo" });
  console.log(approved.run.done.length, JSON.stringify(approved.run.refused));
  const v = await approved.bench.verify();
  console.log(JSON.stringify(v.invoices.map(i => [i.invoice, i.status, i.result, i.differences.map(d => d.code+" "+d.cell+" "+d.column+" "+d.expected+" "+d.found)]), null, 1), saidBy(v));
  const issued = await approved.bench.act("issue", { by: "Dora" });
  console.log(issued.run.done.map(d => d.approval.invoiceNumber), JSON.stringify(issued.run.refused, null, 1));
  const w = await issued.bench.verify();
  console.log(JSON.stringify(w, null, 1));
  require("node:fs").writeFileSync("/tmp/issued.xlsx", issued.bench.bytes);
});
