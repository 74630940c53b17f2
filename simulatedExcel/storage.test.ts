import { freshHostPerTest } from "./hostForTests";
import { codeOf, write } from "./testHost";

const host = freshHostPerTest();

describe("settings of the workbook", () => {
  it("are kept as JSON and found by key", async () => {
    await host().Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add("state", { version: 1, list: [1, null] });
      settings.add("state", { version: 2 });
      await context.sync();
      const state = settings.getItem("state").load("value");
      const none = settings.getItemOrNullObject("none");
      await context.sync();
      expect(state.value).toEqual({ version: 2 });
      expect(none.isNullObject).toBe(true);
    });
    expect(host().snapshot().settings).toEqual({ state: { version: 2 } });
    const missing = host().Excel.run(async (context) => {
      context.workbook.settings.getItem("none").load("value");
      await context.sync();
    });
    expect(await codeOf(missing)).toBe("ItemNotFound");
  });

  it("of the document are written when they are saved", async () => {
    const { settings } = host().Office.context.document;
    settings.set("view", "bills");
    expect(host().snapshot().documentSettings).toEqual({});
    await new Promise<void>((saved) =>
      settings.saveAsync(({ status }) => {
        expect(status).toBe("succeeded");
        saved();
      }),
    );
    expect(host().snapshot().documentSettings).toEqual({ view: '"bills"' });
  });
});

describe("custom XML", () => {
  it("is found by namespace, read, replaced and deleted", async () => {
    const uri = "urn:ratebook:journal";
    await host().Excel.run(async (context) => {
      const { customXmlParts } = context.workbook;
      customXmlParts.add(`<journal xmlns="${uri}"><run/></journal>`);
      customXmlParts.add('<r:x xmlns:r="urn:other"/>');
      const none = customXmlParts.getByNamespace("urn:none").getOnlyItemOrNullObject();
      const part = customXmlParts.getByNamespace(uri).getOnlyItem();
      const xml = part.getXml();
      const other = customXmlParts.getByNamespace("urn:other").getCount();
      await context.sync();
      expect(none.isNullObject).toBe(true);
      expect(xml.value).toContain("<run/>");
      expect(other.value).toBe(1);
      part.setXml(`<journal xmlns="${uri}"/>`);
      await context.sync();
    });
    expect(host().snapshot().customXml[0]).toBe(`<journal xmlns="${uri}"/>`);
  });
});

describe("names", () => {
  it("point to cells and move with them", async () => {
    await write(host(), "B2", 5);
    await host().Excel.run(async (context) => {
      const { names } = context.workbook;
      names.add("Rate", context.workbook.worksheets.getFirst().getRange("B2"), "per unit");
      names.add("Period", "=Sheet1!$C$1:$C$2");
      names.add("Tax", "=0.19");
      await context.sync();
      host().user.insertRows("Sheet1", 1, 1);
      const rate = names.getItem("rate").load("value,type,formula");
      const range = names.getItem("Rate").getRange().load("values");
      const named = context.workbook.worksheets.getFirst().getRange("Rate").load("address");
      const tax = names.getItem("Tax").load("value,type");
      await context.sync();
      expect([rate.value, rate.type, rate.formula]).toEqual(["Sheet1!$B$3", "Range", "=Sheet1!$B$3"]);
      expect([range.values, named.address]).toEqual([[[5]], "Sheet1!B3"]);
      expect([tax.value, tax.type]).toEqual([0.19, "Double"]);
    });
  });

  it.each(["A1", "two words", "1st"])("cannot be %p", async (name) => {
    const added = host().Excel.run(async (context) => {
      context.workbook.names.add(name, "=1");
      await context.sync();
    });
    expect(await codeOf(added)).toBe("InvalidArgument");
  });
});

describe("the application", () => {
  it("tells of its culture and keeps its calculation mode", async () => {
    await host().Excel.run(async (context) => {
      const { application } = context.workbook;
      application.suspendScreenUpdatingUntilNextSync();
      application.suspendApiCalculationUntilNextSync();
      application.calculationMode = "Manual";
      application.load("calculationMode,cultureInfo/name,cultureInfo/numberFormat/numberDecimalSeparator");
      await context.sync();
      expect([application.calculationMode, application.cultureInfo.name]).toEqual(["Manual", "en-US"]);
      expect(application.cultureInfo.numberFormat.numberDecimalSeparator).toBe(".");
    });
  });
});
