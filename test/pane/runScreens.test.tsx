/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { loadLanguage } from "../../src/taskpane/languages/languages";
import { ProgressPanel } from "../../src/taskpane/parts/ProgressPanel";
import { makeFormats } from "../../src/taskpane/strings/formats";
import { TextContext, type Translate } from "../../src/taskpane/strings/text";
import type { Progress } from "../../src/workbook/port/port";
import { fakeServices } from "./fakeServices";
import { checkView, mappingView, previewView, sheetsView } from "./fakeViews";
import { button, expectAccessible } from "./onScreen";
import { InFluent } from "./InFluent";
import { renderPane } from "./renderPane";

describe("what the screens of a run say", () => {
  it("takes any period that is typed, and says at the field what is none", async () => {
    const view = jest.fn(() => Promise.resolve(checkView));
    renderPane(fakeServices({ check: { view } }));
    await userEvent.selectOptions(await screen.findByRole("combobox", { name: "Period" }), "Another period…");
    const typed = screen.getByRole("textbox", { name: "Another period" });
    await userEvent.type(typed, "2026-1");
    expect(typed).toHaveAccessibleDescription(/This is no period/);
    await expectAccessible();
    await userEvent.type(typed, "1");
    expect(typed).not.toHaveAccessibleDescription(/This is no period/);
    expect(screen.getByLabelText("As of")).toHaveValue("2026-11-30");
    await userEvent.click(await button("Check"));
    expect(view).toHaveBeenCalledWith(expect.objectContaining({ period: "2026-11" }));
  });

  it("says why no usage names a period, and takes one all the same", async () => {
    const sheets = {
      ...sheetsView,
      periods: [],
      period: undefined,
      asOf: undefined,
      whyNoPeriod: "Usage!C2: Date is “soon”",
    };
    const view = jest.fn(() => Promise.resolve(checkView));
    renderPane(fakeServices({ sheets: { view: () => Promise.resolve(sheets) }, check: { view } }));
    const period = await screen.findByRole("textbox", { name: "Period" });
    expect(period).toHaveAccessibleDescription(/No usage names a period: Usage!C2: Date is “soon”/);
    await userEvent.type(period, "2026-Q4");
    await userEvent.click(await button("Check"));
    expect(view).toHaveBeenCalledWith(expect.objectContaining({ period: "2026-Q4" }));
  });

  it("lists what is not read, maps it, and takes down what is known", async () => {
    const map = jest.fn(() => Promise.resolve(mappingView));
    const know = jest.fn(() => Promise.resolve([]));
    renderPane(fakeServices({ sheets: { know }, mapping: { view: map } }));
    const list = within(await screen.findByRole("region", { name: "Not read" }));
    expect(list.getByText(/1 column, 1 sheet that could matter/)).toBeInTheDocument();
    expect(list.getByText(/it resembles Discount %/)).toBeInTheDocument();
    expect(list.queryByText("Remark")).not.toBeInTheDocument();
    await userEvent.click(list.getByRole("button", { name: "I know", description: "Discount" }));
    expect(know).toHaveBeenCalledWith({ table: "Usage", header: "Discount" });
    const again = within(await screen.findByRole("region", { name: "Not read" }));
    await userEvent.click(again.getByRole("button", { name: "Map", description: "September" }));
    expect(map).toHaveBeenCalledWith("Usage", undefined, "September");
    expect(await screen.findByRole("heading", { name: "Map columns" })).toBeInTheDocument();
  });

  it("lists a cause as one row, and finds issues by severity and words", async () => {
    renderPane(fakeServices());
    await userEvent.click(await button("Check"));
    const rows = () =>
      screen.getAllByRole("button", { name: /^(Error|Warning) / }).map((row) => row.textContent);
    expect(rows()).toEqual([
      expect.stringContaining("Not a number"),
      expect.stringContaining("Column not read"),
      expect.stringContaining("Number as text"),
    ]);
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Show" }), "Warnings");
    expect(rows()).toHaveLength(2);
    await userEvent.type(screen.getByRole("searchbox", { name: "Find issue" }), "0,05");
    expect(rows()).toEqual([expect.stringContaining("Number as text")]);
    await expectAccessible();
    await userEvent.type(screen.getByRole("searchbox", { name: "Find issue" }), "?");
    expect(screen.getByText("No issue is like that.")).toBeInTheDocument();
  });

  it("repeats warnings that change money before it writes, and says afterwards what still waits", async () => {
    renderPane(fakeServices());
    for (const name of ["Check", "Preview invoices"]) await userEvent.click(await button(name));
    const warnings = within(await screen.findByRole("region", { name: "Before you write" }));
    expect(warnings.getByText(/does not read the column “Discount”/)).toBeInTheDocument();
    expect(warnings.queryByText(/Number as text/)).not.toBeInTheDocument();
    expect(screen.getByText(/\+910%/)).toBeInTheDocument();
    await userEvent.click(await button("Write invoices"));
    const held = within(await screen.findByRole("region", { name: "Held" }));
    expect(held.getByText(/quantity “n\/a” is no number/)).toBeInTheDocument();
    const notRead = within(screen.getByRole("region", { name: "Not read" }));
    expect(notRead.getByText("Discount")).toBeInTheDocument();
  });

  it("says first bill where there is nothing to compare with", async () => {
    const first = { ...previewView.changes[0]!, before: 0, share: undefined, isFirst: true };
    const view = jest
      .fn()
      .mockResolvedValueOnce({ ...previewView, changes: [first] })
      .mockResolvedValue({ ...previewView, changes: [previewView.changes[1]!, first] });
    renderPane(fakeServices({ preview: { view } }));
    for (const name of ["Check", "Preview invoices"]) await userEvent.click(await button(name));
    expect(await screen.findByText(/First bill: there are no earlier invoices/)).toBeInTheDocument();
    await userEvent.click(await button("Back"));
    await userEvent.click(await button("Preview invoices"));
    const changes = within(await screen.findByRole("region", { name: /^Change against/ }));
    expect(changes.getByText("first bill")).toBeInTheDocument();
  });
});

describe("how far a long piece of work is", () => {
  const shown = (translate: Translate, progress?: Progress) => {
    render(
      <InFluent>
        <TextContext value={{ translate, f: makeFormats("en") }}>
          <ProgressPanel activity="Reading the workbook" progress={progress} />
        </TextContext>
      </InFluent>,
    );
    return screen.getByRole("progressbar");
  };

  it.each([
    ["en", { kind: "reading", name: "Usage" }, "Reading Usage"],
    ["de", { kind: "reading", name: "april.csv" }, "april.csv wird gelesen"],
    ["fr", { kind: "writing", name: "Invoices" }, "Écriture de Invoices"],
    ["nl", { kind: "comparing" }, "Er wordt gecontroleerd of er niets is veranderd"],
    ["de", { kind: "reading" }, "Reading the workbook"],
  ] as const)("is told in %s: %j", async (language, activity, text) => {
    const { translate } = await loadLanguage(language);
    const bar = shown(translate, { activity, share: 0.429 });
    expect(bar).toHaveAccessibleName(text);
    expect(bar).toHaveAttribute("aria-valuenow", "0.429");
    expect(screen.getByText("42%")).toBeInTheDocument();
  });

  it("has no share where nothing can be counted", () => {
    expect(shown((strings) => strings)).not.toHaveAttribute("aria-valuenow");
  });
});
