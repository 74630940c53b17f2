import { billingPlan, starterBook } from "./officeBooks";
import { readBy } from "./books";
import { freshOfficePerTest, written } from "./openedOffice";

const open = freshOfficePerTest();

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
  it.each(["de-DE", "fr-FR", "en-US"])("types as people do in %s", async (contentLanguage) => {
    const { host } = await open(starterBook(), { contentLanguage });
    for (const [, text, value] of typed.filter(([language]) => language === contentLanguage)) {
      host.user.edit("Usage", "Z1", text);
      const read = host.book.sheet("Usage").grid.at(0, 25)?.value;
      expect({ text, value: read }).toEqual({ text, value });
      host.book.sheet("Usage").grid.put(0, 25, undefined);
    }
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

  it("keeps text a text that looks like a number, date or boolean there", async () => {
    const texts = [
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
    ];
    const { port } = await open(starterBook(), { contentLanguage });
    const appended = [
      { sheet: "Usage", firstRow: 59, rows: texts.map((value) => [{ value }, { value: 12.5 }]) },
    ];
    await port.edit(texts.map((value, row) => ({ at: { sheet: "Usage", row: row + 1, column: 8 }, value })));
    await written(port.apply({ sheets: [], removedSheets: [], appended }, await readBy(port)));
    const usage = (await readBy(port)).grids.find(({ sheet }) => sheet === "Usage")!;
    const textsFrom = (column: number, first: number) => {
      const cells = usage.columns[column]!;
      return texts.map((_, row) => cells.texts.at(cells.values[first + row]!));
    };
    expect(textsFrom(8, 1)).toEqual(texts);
    expect(textsFrom(0, 59)).toEqual(texts);
    expect(usage.columns[1]!.values[59]).toBe(12.5);
  });
});
