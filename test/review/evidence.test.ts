import { gatherEvidence } from "../../src/core/api";
import { Bench } from "./support/bench";
import { bytesOf, october } from "./support/smallBook";

it("says who did what to a document under all its numbers, and leads to the rows that say so", async () => {
  const billed = (await new Bench(await bytesOf(october)).bill()).bench;
  const submitted = (await billed.act("submit", { by: "Ann", comment: "for October" })).bench;
  const approved = (await submitted.act("approve", { by: "Ben" })).bench;
  const issued = (await approved.act("issue", { by: "Cleo" })).bench;
  const options = { period: undefined, asOf: undefined, giveNumbers: false };
  const found = gatherEvidence(await issued.snapshot(), "INV-2026-0001", undefined, options);
  if (!found?.ok) throw new Error("there is no evidence");
  const { rows } = found.evidence.sheet;
  const texts = rows.map((row) => row.find((cell) => typeof cell?.value === "string"));
  const from = texts.findIndex((cell) => cell?.value === "Who did what");
  expect(texts.slice(from + 1, from + 7).map((cell) => cell?.value)).toEqual([
    "31 Oct 2026: bill by Ann, RUN-1",
    "2 Nov 2026: submit by Ann (Draft to In review), RUN-2: for October",
    "2 Nov 2026: approve by Ben (In review to Approved), RUN-3",
    "2 Nov 2026: issue by Cleo (Approved to Issued), RUN-4, before DRAFT-K1-2026-10-EUR",
    "Prepared by Ann",
    "Approved by Ben on 2 Nov 2026",
  ]);
  const links = rows.slice(from + 1, from + 5).map((row) => row.find((cell) => cell?.link)?.link?.sheet);
  expect(links).toEqual(["Run log", "Approvals", "Approvals", "Approvals"]);
});
