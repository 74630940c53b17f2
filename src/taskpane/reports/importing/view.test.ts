import { bookOfSheets, sessionOf, written } from "../../../../test/pane/sessionBooks";

const details = { at: "2026-11-30T09:00:00", user: "Ada" };
const bytes = (text: string) => new TextEncoder().encode(text);
const deals = {
  source: "hubspot-deals",
  name: "deals.csv",
  table: "",
  bytes: bytes(
    "Record ID,Deal Name,Deal Stage,Amount,Close Date,Term (months),Company Name\n" +
      "1,Gold,Closed Won,1200,2026-11-01,12,Acme Ltd\n2,Silver,Closed Won,5k,2026-11-01,12,Acme Ltd\n",
  ),
};

it("shows what a file would add and what is wrong in it, adds it, and then has nothing to add", async () => {
  const before = await bookOfSheets({
    Customers: [
      ["Customer ID", "Customer name"],
      ["C-1", "Acme Ltd"],
    ],
  });
  const session = sessionOf(before);
  expect(session.ask("importing", "sources").map(({ id }) => id)).toContain("hubspot-deals");
  const view = session.ask("importing", "preview", deals);
  expect(view.added).toEqual([
    { table: "Contracts", rows: 1 },
    { table: "Prices", rows: 1 },
  ]);
  expect(view.issues).toMatchObject([{ at: { line: 3 } }]);
  expect(view.findings).toMatchObject([{ code: "DEAL_WITHOUT_CONTRACT", subject: "1" }]);
  const plan = session.ask("importing", "plan", deals, details);
  const after = sessionOf(await written(before, plan));
  expect(after.ask("importing", "preview", deals).added).toEqual([]);
  expect(after.ask("importing", "plan", deals, details).sheets).toEqual([]);
});

it("says why a file is none", async () => {
  const session = sessionOf(await bookOfSheets({ Notes: [["nothing"]] }));
  const request = { ...deals, source: "json", bytes: bytes("no json") };
  expect(() => session.ask("importing", "preview", request)).toThrow("deals.csv: it is no JSON");
});
