import { browserForTests, type OfficePage } from "../../simulatedExcel/browser";
import { sampleFile } from "./support/books";
import { contentOf, openInExcel, until, valueAt } from "./support/panes";
import { quietFaults, screenFaults } from "./support/screenFaults";
import { atScreen, message, openTab, press, sees } from "./support/steps";

const { describeInBrowser, browser } = browserForTests();

describeInBrowser("More, in Excel", () => {
  let pane: OfficePage;
  const openSection = async (name: string) => {
    await openTab(pane.page, "Bill");
    await openTab(pane.page, "More");
    await press(pane.page, name);
    await atScreen(pane.page, name);
  };
  beforeAll(async () => {
    pane = await openInExcel(browser(), { file: sampleFile() });
    await atScreen(pane.page, "Sheets");
  });
  afterAll(async () => {
    expect(await quietFaults(pane)).toEqual([]);
    await pane.close();
  });

  it.each(["Functions", "Sample data", "Settings", "Diagnostics", "Help"])(
    "%s bears every width, and axe finds nothing",
    async (name) => {
      await openSection(name);
      await pane.page.getByText("Loading…").waitFor({ state: "detached" });
      expect(await screenFaults(pane)).toEqual([]);
    },
  );

  it("lists the sections", async () => {
    await openTab(pane.page, "Bill");
    await openTab(pane.page, "More");
    await atScreen(pane.page, "More");
    expect(await screenFaults(pane)).toEqual([]);
  });

  it("puts the example of a function into the active cell", async () => {
    const { page } = pane;
    await openSection("Functions");
    await page.getByLabel("Find a function").fill("pay terms");
    await page.getByRole("button", { name: /^DUE_DATE/ }).click();
    expect(await screenFaults(pane)).toEqual([]);
    await pane.host((host) => host.user.select("Settings", "D4"));
    await press(page, "Insert");
    await sees(page, "Inserted into Settings!D4");
    expect(await pane.host((host) => host.book.sheet("Settings").grid.at(3, 3)?.formula)).toMatch(
      /^=BILLING\.DUE_DATE\(/,
    );
  });

  it("saves settings into their table", async () => {
    const { page } = pane;
    await openSection("Settings");
    await page.getByLabel("Rounding mode (default)").selectOption("half_even");
    await page.getByLabel("Company name").fill("Lakeside Metering Ltd");
    await press(page, "Save");
    await sees(page, "Company name is saved");
    await page.getByLabel("Rounding mode", { exact: true }).waitFor();
    await until(pane, ({ book }) => book.sheet("Settings").grid.at(7, 1)?.value === "half_even");
    expect(await valueAt(pane, "Settings", "B2")).toBe("Lakeside Metering Ltd");
    expect(
      await pane.host((host) => host.book.tables.find(({ name }) => name === "Settings")?.tracked.area),
    ).toMatchObject({ rows: 8 });
  });

  it("copies details that hold nothing of the cells", async () => {
    const { page } = pane;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await openSection("Diagnostics");
    await press(page, "Copy details");
    await sees(page, "Copied");
    const details = await page.evaluate(() => navigator.clipboard.readText());
    expect(details).toContain("Functions registered: 27");
    const texts = await pane.host((host) =>
      host
        .snapshot()
        .sheets.flatMap(({ cells }) =>
          Object.values(cells).map((cell) => String((cell as { value: unknown }).value)),
        ),
    );
    const told = texts.filter((text) => text.length > 3 && details.includes(text));
    expect(told).toEqual([]);
  });

  it("inserts the sample over nobody's own sheets, and says why", async () => {
    const before = await contentOf(pane);
    await openSection("Sample data");
    await press(pane.page, "Insert sample");
    expect(await message(pane.page)).toContain("This workbook has a sheet Settings already");
    expect(await contentOf(pane)).toEqual(before);
  });
});
