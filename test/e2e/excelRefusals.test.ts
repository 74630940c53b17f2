import type { HostControls } from "../../simulatedExcel";
import { browserForTests, type OfficePage } from "../../simulatedExcel/browser";
import { sampleFile } from "./support/books";
import { contentOf, openInExcel } from "./support/panes";
import { quietFaults, screenFaults } from "./support/screenFaults";
import { atScreen, button, press, runTo, sees } from "./support/steps";

const { describeInBrowser, browser } = browserForTests();

/** What can stand in the way of writing, what happens meanwhile, how the person is told, and how it is out of the way. */
const refusals: readonly (readonly [
  name: string,
  meanwhile: (host: HostControls) => void,
  told: string,
  afterwards: (host: HostControls) => void,
])[] = [
  [
    "a co-author edits the usage",
    (host) => host.colleague.edit("Usage", "F3", 99),
    "The data changed since the preview (sheet “Usage”); check and preview again.",
    (host) => host.colleague.edit("Usage", "F3", 12_850),
  ],
  [
    "a sheet to be written is protected",
    (host) => host.user.protect("Invoice lines"),
    "The sheet “Invoice lines” is protected; unprotect it (Review > Unprotect Sheet) and try again.",
    (host) => host.user.unprotect("Invoice lines"),
  ],
  [
    "a sheet to be written is filtered",
    (host) => host.user.filter("Invoices", 1, [2]),
    "A filter hides rows of the sheet “Invoices”; clear it (Data > Clear) and try again.",
    ({ book }) => {
      for (const { filter, sheet } of book.tables.filter(({ name }) => name === "Invoices")) {
        filter.criteria.clear();
        sheet.grid.rows.hidden.clear();
      }
    },
  ],
  [
    "a sheet gets another name",
    (host) => host.user.renameSheet("Usage", "Consumption"),
    "The data changed since the preview (sheet “Usage”); check and preview again.",
    (host) => host.user.renameSheet("Consumption", "Usage"),
  ],
  [
    "Excel fails while tables are written",
    (host) => {
      let isPlanned = false;
      host.book.listen(() => {
        if (isPlanned) return;
        isPlanned = true;
        host.failAt(1, "GeneralException", { afterWrites: 1 });
      });
    },
    "Excel could not do this; try again, and copy the details if it keeps failing.",
    () => undefined,
  ],
];

describeInBrowser("what is in the way of writing, in Excel", () => {
  let pane: OfficePage;
  beforeAll(async () => {
    pane = await openInExcel(browser(), { file: sampleFile() });
    await runTo(pane.page, "Preview");
  });
  afterAll(async () => {
    expect(await quietFaults(pane)).toEqual([]);
    await pane.close();
  });

  it.each(refusals)("%s: it is said, and nothing is written", async (_, meanwhile, told, afterwards) => {
    const { page } = pane;
    await pane.host(meanwhile);
    const before = await contentOf(pane);
    await press(page, "Write invoices");
    await sees(page, told);
    await atScreen(page, "Preview");
    expect(await contentOf(pane)).toEqual(before);
    expect(await screenFaults(pane)).toEqual([]);
    await pane.host(afterwards);
  });

  it("a cell is being edited: the run waits until it is left", async () => {
    const { page } = pane;
    await pane.host((host) => host.enterCell());
    const before = await contentOf(pane);
    await press(page, "Write invoices");
    await button(page, "Cancel").waitFor();
    expect(await contentOf(pane)).toEqual(before);
    await pane.host((host) => host.leaveCell());
    await atScreen(page, "Done");
  });

  it("the user edits the usage: only a new check leads on", async () => {
    const { page } = pane;
    await press(page, "Start again");
    await runTo(page, "Preview");
    await pane.host((host) => host.user.edit("Usage", "E13", 1));
    await sees(page, "Usage was edited since the workbook was read. Check again before you go on.");
    expect(await button(page, "Write invoices").count()).toBe(0);
    expect(await screenFaults(pane)).toEqual([]);
    await runTo(page, "Done");
  });
});
