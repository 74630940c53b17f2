import { freshHostPerTest } from "./hostForTests";
import { codeOf, rangeAt, read, setValues, write } from "./testHost";

const host = freshHostPerTest();

describe("a protected sheet", () => {
  it("refuses to be written, formatted and shifted", async () => {
    host().user.protect("Sheet1");
    const acts = [
      (range: ReturnType<typeof rangeAt>) => setValues(range, 1),
      (range: ReturnType<typeof rangeAt>) => void (range.format.font.bold = true),
      (range: ReturnType<typeof rangeAt>) => void range.insert("Down"),
      (range: ReturnType<typeof rangeAt>) => range.clear(),
    ];
    for (const act of acts) {
      const refused = host().Excel.run(async (context) => {
        act(rangeAt(context, "A1"));
        await context.sync();
      });
      expect(await codeOf(refused)).toBe("AccessDenied");
    }
    await host().Excel.run(async (context) => {
      const { protection } = context.workbook.worksheets.getFirst();
      protection.load("protected");
      await context.sync();
      expect(protection.protected).toBe(true);
    });
    host().user.unprotect("Sheet1");
    await write(host(), "A1", 1);
  });

  it("takes values in cells that are not locked, and opens by its password only", async () => {
    await host().Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1").format.protection.locked = false;
      sheet.protection.protect({ allowFormatCells: true }, "secret");
      setValues(sheet.getRange("A1"), 1);
      sheet.getRange("A1:B1").format.font.bold = true;
      await context.sync();
      sheet.protection.unprotect("guess");
      expect(await codeOf(context.sync())).toBe("AccessDenied");
    });
    expect(await codeOf(write(host(), "B1", 1))).toBe("AccessDenied");
  });
});

describe("a workbook whose structure is protected", () => {
  it("keeps its sheets", async () => {
    host().user.protectWorkbook();
    const added = host().Excel.run(async (context) => {
      const { protection } = context.workbook;
      protection.load("protected");
      await context.sync();
      expect(protection.protected).toBe(true);
      context.workbook.worksheets.add("More");
      await context.sync();
    });
    expect(await codeOf(added)).toBe("AccessDenied");
    host().user.unprotectWorkbook();
  });
});

describe("a request", () => {
  it("that fails keeps what it did before, and names the statement", async () => {
    const failing = host().Excel.run(async (context) => {
      const range = rangeAt(context, "A1");
      setValues(range, 1);
      range.format.columnWidth = -1;
      setValues(range, 2);
      await context.sync();
    });
    await expect(failing).rejects.toMatchObject({
      code: "InvalidArgument",
      debugInfo: { errorLocation: "RangeFormat.columnWidth" },
    });
    expect((await read(host(), "A1", "values")).values).toEqual([[1]]);
  });

  it("fails where the test says: before it is applied, in its middle, after it", async () => {
    const twice = async (): Promise<void> =>
      await host().Excel.run(async (context) => {
        setValues(rangeAt(context, "A1"), 1);
        setValues(rangeAt(context, "A2"), 2);
        await context.sync();
      });
    const before = host().snapshot();
    host().failAt(1, "GeneralException");
    expect(await codeOf(twice())).toBe("GeneralException");
    expect(host().snapshot()).toEqual(before);
    host().failAt(1, "GeneralException", { afterWrites: 1 });
    expect(await codeOf(twice())).toBe("GeneralException");
    expect(host().snapshot().sheets[0]!.cells).toEqual({ A1: { value: 1 } });
    host().failAt(2, "InactiveWorkbook", { afterWrites: 99 });
    await write(host(), "A1", "");
    expect(await codeOf(twice())).toBe("InactiveWorkbook");
    expect(host().snapshot().sheets[0]!.cells).toEqual({ A1: { value: 1 }, A2: { value: 2 } });
    await twice();
  });

  it.each(["RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded", "ActivityLimitReached"])(
    "fails with %s as the library reports it",
    async (code) => {
      host().failAt(1, code);
      expect(await codeOf(read(host(), "A1", "values"))).toBe(code);
    },
  );

  it("is limited to 5 MB each way where Excel runs in a browser", async () => {
    const text = "x".repeat(30_000);
    const large = Array.from({ length: 200 }, () => [text]);
    host().webLimits = true;
    expect(await codeOf(write(host(), "A1:A200", large))).toBe("RequestPayloadSizeLimitExceeded");
    host().webLimits = false;
    await write(host(), "A1:A200", large);
    host().webLimits = true;
    expect(await codeOf(read(host(), "A1:A200", "values"))).toBe("ResponsePayloadSizeLimitExceeded");
  });

  it("is refused while a cell is edited, or waits where it asked for that", async () => {
    host().enterCell();
    expect(await codeOf(write(host(), "A1", 1))).toBe("InvalidOperationInCellEditMode");
    let isDone = false;
    const waiting = host()
      .Excel.run({ delayForCellEdit: true }, async (context) => {
        setValues(rangeAt(context, "A1"), 2);
        await context.sync();
      })
      .then(() => {
        isDone = true;
      });
    await host().settle();
    expect(isDone).toBe(false);
    host().leaveCell();
    await waiting;
    expect((await read(host(), "A1", "values")).values).toEqual([[2]]);
  });

  it("takes as long as the test says", async () => {
    host().latency = 40;
    const start = Date.now();
    await read(host(), "A1", "values");
    expect(Date.now() - start).toBeGreaterThanOrEqual(39);
  });
});

describe("a snapshot", () => {
  it("is equal when everything was put back", async () => {
    await write(host(), "A1:B2", [
      ["a", 1],
      ["b", "=A1"],
    ]);
    const before = host().snapshot();
    await host().Excel.run(async (context) => {
      const { worksheets, names, settings } = context.workbook;
      setValues(worksheets.add("Temporary").getRange("A1"), 1);
      names.add("Temporary", "=1");
      settings.add("temporary", 1);
      setValues(rangeAt(context, "A2"), "changed");
      await context.sync();
      expect(host().snapshot()).not.toEqual(before);
      worksheets.getItem("Temporary").delete();
      names.getItem("Temporary").delete();
      settings.getItem("temporary").delete();
      setValues(rangeAt(context, "A2"), "b");
      await context.sync();
    });
    expect(host().snapshot()).toEqual(before);
  });
});

describe("a member that answers lack", () => {
  const loaded = async (): Promise<readonly unknown[]> =>
    await host().Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst().load("name,tabColor");
      const cells = sheet.getRange("A1").getCellProperties({
        format: { font: { bold: true, underline: true }, borders: { style: true } },
      });
      await context.sync();
      const { font, borders } = cells.value[0]![0]!.format!;
      return [sheet.name, sheet.tabColor, font, Object.keys(borders!).sort()];
    });

  it("is not there at all, so that the library throws when it is read", async () => {
    host().leaveOut("tabColor");
    expect(await codeOf(loaded())).toBe("PropertyNotLoaded");
  });

  it("is null where that is asked for, or named by the end of its path, until all is answered again", async () => {
    host().leaveOut("tabColor", "null");
    host().leaveOut("font/underline", "null");
    host().leaveOut("borders/left");
    const font = { bold: false, underline: null };
    expect(await loaded()).toEqual(["Sheet1", null, font, ["bottom", "right", "top"]]);
    host().answerAll();
    const sides = ["bottom", "left", "right", "top"];
    expect(await loaded()).toEqual(["Sheet1", "", { ...font, underline: "None" }, sides]);
  });
});
