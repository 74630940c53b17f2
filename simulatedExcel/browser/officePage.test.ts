import { browserForTests } from "./browserForTests";
import { openOfficePage, type OfficePage } from "./officePage";

const { describeInBrowser, browser } = browserForTests();

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pane</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none';
  script-src 'self' https://appsforoffice.microsoft.com; style-src 'unsafe-inline'">
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script src="pane.js"></script></head><body><output id="said"></output></body></html>`;

// As the page's own script: it may use nothing of the test.
const script = `Office.onReady(async ({ host, platform }) => {
  const said = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B2").values = [[1, 2], ["x", "=A1"]];
    sheet.onChanged.add(async (event) => {
      document.getElementById("said").append(" " + event.source + " " + event.address);
    });
    const used = sheet.getUsedRange().load("address,values");
    used.format.font.set({ bold: true });
    await context.sync();
    return [host, platform, used.address, used.values.length].join(" ");
  });
  document.getElementById("said").prepend(said);
});`;

describeInBrowser("the host in Chromium", () => {
  let pane: OfficePage;
  beforeAll(async () => {
    pane = await openOfficePage(browser(), {
      url: "https://addin.example/pane.html",
      site: { "/pane.html": html, "/pane.js": script },
    });
  });
  afterAll(() => pane.close());

  it("is Excel for Windows for the genuine library, under a strict policy", async () => {
    await pane.page.getByText("Excel PC Sheet1!A1:B2 2").waitFor();
    const { cells, roundTrips, unimplemented } = await pane.host((host) => ({
      cells: host.snapshot().sheets[0]!.cells,
      roundTrips: host.roundTrips,
      unimplemented: host.unimplemented,
    }));
    expect(cells).toMatchObject({ A1: { value: 1, bold: true }, B2: { value: 0, formula: "=A1" } });
    expect(roundTrips).toBe(1);
    expect(unimplemented).toEqual([]);
  });

  it("delivers what the user does", async () => {
    await pane.host(async (host) => {
      host.user.edit("Sheet1", "C5", 7);
      await host.settle();
    });
    await pane.page.getByText("Local C5").waitFor();
  });

  it("carries a file out of the page and into another", async () => {
    const saved = await pane.host(async (host) => [...(await host.save())]);
    const other = await openOfficePage(browser(), {
      url: "https://addin.example/pane.html",
      site: { "/pane.html": html, "/pane.js": "Excel.run(async () => {})" },
      file: Buffer.from(saved).toString("base64"),
    });
    await other.page.waitForFunction("globalThis.officeHost.book.sheets[0].grid.at(0, 0) !== undefined");
    const cells = await other.host((host) => host.snapshot().sheets[0]!.cells);
    expect(cells).toMatchObject({ A2: { value: "x" }, C5: { value: 7 } });
    await other.close();
  });

  it("asks for nothing on the web and reports no error", () => {
    expect(pane.refused.filter((address) => !address.endsWith("/favicon.ico"))).toEqual([]);
    expect(pane.errors).toEqual([]);
  });
});
