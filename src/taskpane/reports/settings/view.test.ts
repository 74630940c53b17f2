import { byDefault, bookOfSheets, sampleBook, sessionOf, written } from "../../../../test/pane/sessionBooks";

const setting = (session: ReturnType<typeof sessionOf>, name: string) =>
  session.ask("settings", "view").find((shown) => shown.name === name);

describe("settings", () => {
  it("are listed with the value in force, its choices, and whether it is the default", async () => {
    const session = sessionOf(
      await bookOfSheets({
        Settings: [
          ["Key", "Value"],
          ["currency", "EUR"],
          ["Invoice date", "period end"],
          ["Aging limits", "10; 20"],
          ["Next number", "soon"],
          ["Payment terms", ""],
        ],
      }),
    );
    expect(setting(session, "Currency")).toMatchObject({
      value: "EUR",
      isDefault: false,
      choices: undefined,
    });
    expect(setting(session, "Invoice date")).toMatchObject({
      value: "Period end",
      choices: ["As of", "Period end", "Day after"],
      isDefault: false,
    });
    expect(setting(session, "Aging limits")).toMatchObject({ value: "10, 20", isDefault: false });
    expect(setting(session, "Next number")).toMatchObject({ value: "1", isDefault: true });
    expect(setting(session, "Payment terms")).toMatchObject({ value: "Net 30", isDefault: true });
    expect(setting(session, "Approval limit")).toMatchObject({ value: "", isDefault: true });
  });

  it("are changed where they stand, added below, or begin a sheet of their own", async () => {
    const sample = await sampleBook();
    const changed = sessionOf(sample).ask("settings", "edit", "Currency", "usd");
    expect(changed).toEqual([{ at: { sheet: "Settings", row: 3, column: 1 }, value: "usd" }]);
    const added = sessionOf(sample).ask("settings", "edit", "Next number", "41");
    expect(added).toMatchObject({
      appended: [{ sheet: "Settings", firstRow: 7, rows: [[{ value: "Next number" }, { value: 41 }]] }],
    });
    expect(setting(sessionOf(await written(sample, changed)), "Currency")?.value).toBe("USD");
    expect(setting(sessionOf(await written(sample, added)), "Next number")?.value).toBe("41");
    const bare = await bookOfSheets({ Usage: [["Contract ID", "Meter", "Date"]] });
    const begun = sessionOf(bare).ask("settings", "edit", "Currency", "EUR");
    expect(begun).toMatchObject({ sheets: [{ name: "Settings" }], appended: [] });
    expect(setting(sessionOf(await written(bare, begun)), "Currency")).toMatchObject({
      value: "EUR",
      isDefault: false,
    });
  });

  it("go back to their default when they are emptied", async () => {
    const sample = await sampleBook();
    const session = sessionOf(
      await written(sample, sessionOf(sample).ask("settings", "edit", "Currency", " ")),
    );
    expect(setting(session, "Currency")).toMatchObject({ value: "USD", isDefault: true });
    expect(session.ask("check", "view", byDefault).groups.map(({ code }) => code)).not.toContain(
      "BAD_SETTING",
    );
  });

  it("take no value that would not be understood", async () => {
    const session = sessionOf(await sampleBook());
    expect(() => session.ask("settings", "edit", "Currency", "pounds")).toThrow(
      "an ISO 4217 code such as USD",
    );
    expect(() => session.ask("settings", "edit", "Colour", "red")).toThrow("no setting");
  });
});
