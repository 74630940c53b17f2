import { browserForTests, type OfficePage, openOfficePage } from "../../simulatedExcel/browser";
import { starterBook } from "../port/officeBooks";
import { builtMetadata, DIST } from "../support/builtFunctions";
import { exampleCalls, withoutMessages } from "./exampleCalls";

const { describeInBrowser, browser } = browserForTests();

/** Late answers of Excel, so that reading a workbook takes longer than a call. */
const LATENCY = 400;

// One page from its start to the hidden pane, as in a shared runtime: the tests build on each other.
describeInBrowser("functions in the page of the pane", () => {
  let pane: OfficePage;
  let loadPane: () => void = () => {};
  const paneIsAskedFor = new Promise<void>((resolve) => (loadPane = resolve));

  beforeAll(async () => {
    pane = await openOfficePage(browser(), {
      url: "https://ratebook.example/taskpane.html",
      site: DIST,
      file: Buffer.from(starterBook()).toString("base64"),
      functions: builtMetadata,
      prepare: (page) =>
        page.route("**/pane.js", async (route) => {
          await paneIsAskedFor;
          await route.fallback();
        }),
    });
  });
  afterAll(() => pane.close());

  /** Every example of every function, entered at once. */
  async function answered(): Promise<unknown> {
    const calls = exampleCalls.map(({ call }) => call);
    const shown = await pane.host(async (host, given) => await host.functions.callMany(given), calls);
    return shown.map(withoutMessages);
  }
  const expected = exampleCalls.map(({ result }) => result);

  it("are registered, and answer before any code of the pane has come and with no pane in sight", async () => {
    expect(await answered()).toEqual(expected);
    const { associated, isPaneVisible } = await pane.host((host) => ({
      associated: host.functions.associated,
      isPaneVisible: host.taskPane.visible,
    }));
    expect([...associated].sort()).toEqual(builtMetadata.functions.map(({ id }) => id).sort());
    expect(isPaneVisible).toBe(false);
    expect(await pane.page.locator("#opening").isVisible()).toBe(true);
  });

  it("answer while the pane reads the workbook", async () => {
    await pane.host((host, latency) => void (host.latency = latency), LATENCY);
    loadPane();
    const reading = pane.page.getByRole("heading", { name: "Reading the workbook" });
    await reading.waitFor();
    expect(await answered()).toEqual(expected);
    expect(await reading.isVisible()).toBe(true);
    await pane.host((host) => void (host.latency = 0));
    await pane.page.getByRole("button", { name: "Check", exact: true }).waitFor();
  });

  it("answer while the pane is hidden", async () => {
    await pane.page.evaluate(async () => {
      await Office.addin.showAsTaskpane();
      await Office.addin.hide();
    });
    expect(await pane.host((host) => host.taskPane.visible)).toBe(false);
    expect(await answered()).toEqual(expected);
  });

  it("calculate the cell into which the pane inserts one", async () => {
    const { page } = pane;
    await pane.host((host) => {
      host.user.addSheet("Try");
      host.user.select("Try", "B2");
    });
    await page.getByRole("tab", { name: "More" }).click();
    await page.getByRole("button", { name: "Functions" }).click();
    await page.getByRole("searchbox", { name: "Find a function" }).fill("DSO");
    await page.getByRole("button", { name: "DSO" }).first().click();
    await page.getByRole("button", { name: "Insert", exact: true }).click();
    await page.getByText("Inserted into Try!B2").waitFor();
    const cells = await pane.host(async (host) => {
      await host.settle();
      return host.snapshot().sheets.find(({ name }) => name === "Try")!.cells;
    });
    const { result } = exampleCalls.find(({ of }) => of === "DSO")!;
    expect(cells).toMatchObject({ B2: { value: result } });
  });

  it("use nothing that Excel lacks and raise no error", async () => {
    const { unimplemented, faults } = await pane.host((host) => ({
      unimplemented: host.unimplemented,
      faults: host.faults,
    }));
    expect({ unimplemented, faults, refused: pane.refused, errors: pane.errors }).toEqual({
      unimplemented: [],
      faults: [],
      refused: [],
      errors: [],
    });
  });
});
