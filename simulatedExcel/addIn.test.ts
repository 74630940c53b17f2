import { oldestExcel, openOfficeHost } from "./officeHost";
import { freshHostPerTest } from "./hostForTests";
import { codeOf } from "./testHost";

describe("Office", () => {
  const host = freshHostPerTest();

  it("is Excel for Windows, with its globals in the realm of the test", async () => {
    expect(await host().Office.onReady()).toMatchObject({ host: "Excel", platform: "PC" });
    const { Excel } = globalThis as unknown as { Excel: unknown };
    expect(Excel).toBe(host().Excel);
    expect(host().Office.context.officeTheme).toBeNull();
    expect(host().Office.context.requirements.isSetSupported("ExcelApi", "1.17")).toBe(true);
  });

  it("runs commands of the ribbon until they say that they are done", async () => {
    const { Office } = host();
    Office.actions.associate("showFunctions", (event: Office.AddinCommands.Event) => {
      void Office.addin.showAsTaskpane().then(() => {
        event.completed();
      });
    });
    expect(await host().runCommand("showFunctions")).toMatchObject({ status: 0 });
    expect(host().taskPane.visible).toBe(true);
    await Office.addin.hide();
    expect(host().taskPane.visible).toBe(false);
  });

  it("reports a command that nobody handles", async () => {
    const { status } = (await host().runCommand("unknown")) as { status: number };
    expect(status).not.toBe(0);
  });

  it("remembers how the add-in starts, and updates of the ribbon", async () => {
    const { Office } = host();
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
    expect(await Office.addin.getStartupBehavior()).toBe("Load");
    expect(host().taskPane.startupBehavior).toBe("load");
    await Office.ribbon.requestUpdate({ tabs: [{ id: "Tab", controls: [{ id: "Run", enabled: false }] }] });
    expect(host().ribbonUpdates).toEqual([{ id: "Run", enabled: false }]);
  });
});

describe("an older Excel", () => {
  const host = freshHostPerTest({
    requirementSets: oldestExcel,
    displayLanguage: "de-DE",
    contentLanguage: "fr-FR",
    theme: { bodyBackgroundColor: "#262626", isDarkTheme: "#000001" },
  });

  it("claims less, and the library keeps the add-in to it", async () => {
    const { context } = host().Office;
    expect(context.requirements.isSetSupported("ExcelApi", "1.14")).toBe(false);
    expect([context.displayLanguage, context.contentLanguage]).toEqual(["de-DE", "fr-FR"]);
    expect(context.officeTheme?.bodyBackgroundColor).toBe("#262626");
    const tooNew = host().Excel.run(async (batch) => {
      const range = batch.workbook.getActiveCell() as unknown as { getSurroundingDataRegion(): void };
      range.getSurroundingDataRegion();
      await batch.sync();
    });
    expect(await codeOf(tooNew)).toBe("ApiNotFound");
  });
});

it("opens one host at a time and leaves no globals behind", async () => {
  const host = await openOfficeHost();
  await expect(openOfficeHost()).rejects.toThrow("Close the Office host");
  await host.close();
  expect(["Excel", "Office", "OfficeExtension", "window"].filter((name) => name in globalThis)).toEqual([]);
});
