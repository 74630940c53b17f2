import { billingPlan, starterBook } from "./officeBooks";
import { officeForEachTest, readBy, written } from "./openedOffice";

const open = officeForEachTest();

/** What a person there types, and what Excel makes of it. */
const typed: readonly (readonly [language: string, text: string, value: unknown])[] = [
  ["de-DE", "1.234,5", 1234.5],
  ["de-DE", "31.12.2026", 46_387],
  ["de-DE", "1.5", 46_143],
  ["de-DE", "WAHR", true],
  ["fr-FR", "1234,5", 1234.5],
  ["fr-FR", "31/12/2026", 46_387],
  ["fr-FR", "VRAI", true],
  ["en-US", "1,234.5", 1234.5],
  ["en-US", "12/31/2026", 46_387],
  ["en-US", "31.12.2026", "31.12.2026"],
];

describe("the host of these tests", () => {
  it.each(typed)("reads in %s what is typed as %s", async (contentLanguage, text, value) => {
    const { host } = await open(starterBook(), { contentLanguage });
    host.user.edit("Usage", "Z1", text);
    expect(host.book.sheet("Usage").grid.at(0, 25)?.value).toBe(value);
  });
});

describe.each(["de-DE", "fr-FR"])("Excel in %s", (contentLanguage) => {
  it("reads, plans and writes what it does in en-US", async () => {
    const usual = await open(starterBook());
    const plan = billingPlan(usual.snapshot);
    await written(usual.port.apply(plan, usual.snapshot));
    const usualBook = usual.host.snapshot();
    const usualRead = await readBy(usual.port);

    const { host, port, snapshot } = await open(starterBook(), { contentLanguage });
    expect(snapshot).toEqual(usual.snapshot);
    expect(billingPlan(snapshot)).toEqual(plan);
    await written(port.apply(plan, snapshot));
    expect(host.snapshot()).toEqual(usualBook);
    expect(await readBy(port)).toEqual(usualRead);
  });

  it.each([
    "1.234,50",
    "12,5",
    "31.12.2026",
    "1.5",
    "31/12/2026",
    "1/2",
    "WAHR",
    "vrai",
    "1 234,5",
    "Okt 26",
  ])("keeps the text %s a text", async (text) => {
    const { port } = await open(starterBook(), { contentLanguage });
    const at = { sheet: "Usage", row: 1, column: 0 };
    const row = [{ value: text }, { value: 12.5 }, { value: "CT-1" }];
    const appended = [{ sheet: "Usage", firstRow: 59, rows: [row] }];
    await port.edit([{ at, value: text }]);
    await written(port.apply({ sheets: [], removedSheets: [], appended }, await readBy(port)));
    const usage = (await readBy(port)).grids.find(({ sheet }) => sheet === "Usage")!;
    const textAt = (index: number) => usage.columns[0]!.texts[usage.columns[0]!.values[index]!];
    expect([textAt(1), textAt(59)]).toEqual([text, text]);
    expect(usage.columns[1]!.values[59]).toBe(12.5);
  });
});
