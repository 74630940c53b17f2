/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { reportsOf } from "../../src/taskpane/app/reportsOf";
import { goTo } from "../../src/taskpane/state/location";
import { cellsOf, readBy } from "../port/books";
import { fakeServices } from "./fakeServices";
import { checkView, settingViews, sheetsView } from "./fakeViews";
import { button, expectAccessible } from "./onScreen";
import { renderPane } from "./renderPane";

// Its packages are ES modules, which jest does not load; the browser tests show it.
jest.mock("../../src/taskpane/reports/reconcile/CauseChart", () => ({
  __esModule: true,
  default: () => null,
}));

const tab = (name: string) => userEvent.click(screen.getByRole("tab", { name }));

beforeAll(() => {
  // jsdom lays nothing out, so there is nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
  Object.assign(globalThis, {
    fetch: () =>
      Promise.resolve({
        ok: true,
        json: () =>
          Promise.resolve({
            functions: [
              {
                name: "DUE_DATE",
                description: "When to pay. Example: =BILLING.DUE_DATE(B2)",
                parameters: [{ name: "date", description: "Day of the invoice." }],
              },
            ],
          }),
      }),
  });
});

describe("Bill", () => {
  it("shows what was found, and what is missing", async () => {
    renderPane(fakeServices());
    expect(await screen.findByRole("row", { name: /Usage Usage 99,321 3 of 3/ })).toBeInTheDocument();
    expect(screen.getByText("Missing: Unit price")).toBeInTheDocument();
    expect(screen.getByText(/not needed: Payments/)).toBeInTheDocument();
    expect(screen.getByRole("combobox", { name: "Period" })).toHaveDisplayValue("October 2026");
    expect(screen.getByLabelText("As of")).toHaveValue("2026-10-31");
    await expectAccessible();
  });

  it("fetches the issues that a group does not list at first", async () => {
    const second = { ...checkView.groups[0]!.issues[0]!, message: "quantity “none” is no number" };
    const issues = jest.fn(() => Promise.resolve([second]));
    renderPane(fakeServices({ check: { issues } }));
    await userEvent.click(await button("Check"));
    await userEvent.click(await button("Show 2 of 2 more"));
    expect(await screen.findByText(second.message)).toBeInTheDocument();
    expect(issues).toHaveBeenCalledWith(expect.anything(), checkView.groups[0]!.key, 1);
    expect(await button("Show 1 of 1 more")).toBeInTheDocument();
  });

  it("offers the sample where there is nothing to bill", async () => {
    const open = jest
      .fn(() => Promise.resolve(sheetsView))
      .mockResolvedValueOnce({ ...sheetsView, isEmpty: true });
    renderPane(fakeServices({ sheets: { view: open } }));
    const insert = await button("Insert sample");
    await expectAccessible();
    await userEvent.click(insert);
    expect(await button("Check")).toBeInTheDocument();
  });

  it("says why it cannot be checked", async () => {
    const open = () => Promise.resolve({ ...sheetsView, obstacle: "there is no sheet Prices." });
    renderPane(fakeServices({ sheets: { view: open } }));
    expect(await button("Check")).toHaveAccessibleDescription("Before the check: there is no sheet Prices.");
    await userEvent.click(screen.getByRole("button", { name: "Check" }));
    expect(screen.getByRole("heading", { name: "Sheets" })).toBeInTheDocument();
  });

  it("maps columns by header, with what each reads as", async () => {
    const mappingEdits = jest.fn(() => Promise.resolve([]));
    renderPane(fakeServices({ mapping: { edits: mappingEdits } }));
    await userEvent.click(await button("Map columns"));
    expect(await screen.findByText(/0,05 is read as 0.05/)).toBeInTheDocument();
    await expectAccessible();
    await userEvent.selectOptions(screen.getByRole("combobox", { name: /Unit price/ }), "Note");
    await userEvent.click(await button("Save mapping"));
    expect(mappingEdits).toHaveBeenCalledWith("Prices", { productId: "SKU", unitPrice: "Note" }, "Rate card");
    expect(await button("Check")).toBeInTheDocument();
  });

  it("runs by the keyboard alone, from the check to an undone run", async () => {
    const fake = fakeServices();
    renderPane(fake);
    const press = async (name: string) => {
      const [target] = await screen.findAllByRole("button", { name });
      for (let stops = 0; document.activeElement !== target && stops < 60; stops++) await userEvent.tab();
      expect(target).toHaveFocus();
      await userEvent.keyboard("{Enter}");
    };
    await press("Check");
    await press("Usage!D17");
    expect(fake.port.revealed).toEqual([[{ sheet: "Usage", row: 16, column: 3 }]]);
    await expectAccessible();
    await press("Preview invoices");
    expect(await screen.findByRole("heading", { name: "What will be written" })).toBeInTheDocument();
    expect(screen.getByText(/Excel forgets its own undo steps/)).toBeInTheDocument();
    await expectAccessible();
    await press("Write invoices");
    expect(await screen.findByText(/30 invoices on 2 sheets written/)).toBeInTheDocument();
    await expectAccessible();
    await press("Go to invoices");
    expect(fake.port.revealed.at(-1)).toEqual([{ sheet: "Invoices", row: 0, column: 0 }]);
    await press("Start again");
    expect(await screen.findByText("October 2026, 30 invoices written.")).toBeInTheDocument();
    await expectAccessible();
    await press("Undo this run");
    expect(await button("Check")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Undo this run" })).not.toBeInTheDocument();
  });

  it("has tabs that the arrow keys move between", async () => {
    renderPane(fakeServices());
    await button("Check");
    screen.getByRole("tab", { name: "Bill" }).focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(screen.getByRole("tab", { name: "Review" })).toHaveFocus();
    await userEvent.keyboard("{End}");
    expect(screen.getByRole("tab", { name: "More" })).toHaveAttribute("aria-selected", "true");
  });

  it("tells what went wrong, where, and lets go of it", async () => {
    const fake = fakeServices();
    renderPane(fake);
    await button("Check");
    fake.port.failNext({
      code: "PROTECTED_SHEET",
      message: "The sheet Invoices is protected. Unprotect it, then try again.",
      at: { sheet: "Invoices", row: 0, column: 0 },
      details: "Excel.run AccessDenied",
    });
    await userEvent.click(await button("Read again"));
    expect(await screen.findByText(/The sheet Invoices is protected/)).toBeInTheDocument();
    await expectAccessible();
    await userEvent.click(screen.getByRole("button", { name: "Invoices!A1" }));
    expect(fake.port.revealed).toEqual([[{ sheet: "Invoices", row: 0, column: 0 }]]);
    expect(screen.getByRole("button", { name: "Copy details" })).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByText(/is protected/)).not.toBeInTheDocument();
  });

  it("never says of a change that was written that the workbook is what it was", async () => {
    const fake = fakeServices();
    renderPane(fake);
    await userEvent.click(await button("Check"));
    for (const name of ["Preview invoices", "Write invoices"]) await userEvent.click(await button(name));
    const cancelled = { ok: false, failure: { code: "CANCELLED", message: "Cancelled." } } as const;
    await button("Undo this run");
    jest.spyOn(fake.port, "read").mockResolvedValueOnce(cancelled);
    await userEvent.click(await button("Undo this run"));
    expect(
      await screen.findByText(/The run is undone, but the workbook could not be read again/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/is what it was|sheets written/)).not.toBeInTheDocument();
    await expectAccessible();
  });

  it("asks for a new check when the workbook is edited", async () => {
    const fake = fakeServices();
    renderPane(fake);
    await userEvent.click(await button("Check"));
    await button("Preview invoices");
    act(() => fake.port.type("Usage"));
    expect(await screen.findByText(/Usage was edited/)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Preview invoices" })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Check" }));
    expect(await button("Preview invoices")).toBeInTheDocument();
  });
});

describe("Review", () => {
  it("finds one of thousands of invoices and follows a line to its rows", async () => {
    const fake = fakeServices();
    renderPane(fake);
    await button("Check");
    await tab("Review");
    expect(await screen.findByText("3,000 invoices")).toBeInTheDocument();
    const list = screen.getByRole("list", { name: "Review" });
    expect(within(list).getAllByRole("listitem").length).toBeLessThan(60);
    await expectAccessible();
    await userEvent.type(screen.getByRole("searchbox", { name: "Find invoice" }), "ct-2999");
    await userEvent.click(await screen.findByRole("button", { name: /DRAFT-CT-2999/ }));
    await userEvent.click(await button("Explain"));
    expect(await screen.findByText("1,000 × 0.08403 = 84.03")).toBeInTheDocument();
    expect(screen.getByText(/The workbook shows 84.04/)).toBeInTheDocument();
    await expectAccessible();
    await userEvent.click(await button("Show usage rows"));
    await waitFor(() => expect(fake.port.revealed.at(-1)).toHaveLength(2));
  });

  it("moves through the list with the arrow keys, beyond what is in view", async () => {
    renderPane(fakeServices());
    await button("Check");
    await tab("Review");
    const first = await screen.findByRole("button", { name: /DRAFT-CT-0000/ });
    act(() => first.focus());
    await userEvent.keyboard("{End}");
    expect(document.activeElement).toHaveTextContent("DRAFT-CT-2999");
    await userEvent.keyboard("{Home}{ArrowDown}");
    expect(document.activeElement).toHaveTextContent("DRAFT-CT-0001");
  });

  it("explains the line of the active cell when the menu asks for it", async () => {
    renderPane(fakeServices());
    await button("Check");
    act(() => goTo({ view: "review", explainCell: true }));
    expect(await screen.findByRole("heading", { name: "DRAFT-CT-0007" })).toBeInTheDocument();
    expect(await screen.findByText("1,000 × 0.08403 = 84.03")).toBeInTheDocument();
  });

  it("says so when the active cell is no amount of an invoice", async () => {
    renderPane(fakeServices({ review: { lineAt: () => Promise.resolve(undefined) } }));
    await button("Check");
    act(() => goTo({ view: "review", explainCell: true }));
    expect(await screen.findByText(/is not an amount of an invoice/)).toBeInTheDocument();
  });
});

describe("Prepared by", () => {
  it("goes into the log of the run", async () => {
    const plan = jest.fn(() => Promise.resolve({ sheets: [], removedSheets: [], appended: [] }));
    renderPane(fakeServices({ preview: { plan } }));
    await userEvent.type(await screen.findByLabelText("Prepared by"), " Ada Quist ");
    for (const name of ["Check", "Preview invoices", "Write invoices"])
      await userEvent.click(await button(name));
    await waitFor(() => expect(plan).toHaveBeenCalledWith(expect.objectContaining({ user: "Ada Quist" })));
  });
});

describe("Reconcile", () => {
  it("shows sums and findings, and writes notes back", async () => {
    const fake = fakeServices();
    renderPane(fake);
    await button("Check");
    await tab("Reconcile");
    await userEvent.click(await button("Run reconciliation"));
    expect(await screen.findByText("Under-billed")).toBeInTheDocument();
    expect(screen.getByText(/USD: nothing under- or over-billed/)).toBeInTheDocument();
    expect(screen.getByText("JPY: there are no documents to compare.")).toBeInTheDocument();
    expect(screen.getByRole("region", { name: "Held" })).toHaveTextContent("Zephyrine Airlines");
    await userEvent.click(screen.getByRole("button", { name: /Usage to invoice/ }));
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Status" }), "Explained");
    await userEvent.type(screen.getByRole("textbox", { name: "Comment" }), "agreed{Enter}");
    await waitFor(async () =>
      expect(cellsOf(await readBy(fake.port))).toEqual({
        "Reconciliation!O5": "2 Explained",
        "Reconciliation!Q5": "2 agreed",
      }),
    );
    await expectAccessible();
  });

  it("compares the workbook as it is, without billing first", async () => {
    renderPane(fakeServices());
    await button("Check");
    await tab("Reconcile");
    await userEvent.click(await button("Compare as it is"));
    expect(await screen.findByText("Under-billed")).toBeInTheDocument();
    expect(screen.queryByRole("region", { name: "Held" })).not.toBeInTheDocument();
    expect(screen.getByText("Usage, contracts and invoices agree.")).toBeInTheDocument();
  });

  it("starts at once from Done", async () => {
    renderPane(fakeServices());
    for (const name of ["Check", "Preview invoices", "Write invoices", "Reconcile"]) {
      await userEvent.click(await button(name));
    }
    expect(await screen.findByText("Under-billed")).toBeInTheDocument();
  });
});

describe("More", () => {
  it("marks a month of a contract that nothing bills, by a shape and in words", async () => {
    const period = { days: 30, expected: 100, billed: 100, credited: 0, late: 0, open: 0 };
    const answers = {
      calendar: {
        view: () =>
          Promise.resolve({ contracts: [{ contractId: "C1", customer: "Acme" }], years: ["2026", "2025"] }),
        year: (_contract: string, year: string) =>
          Promise.resolve({
            currency: "EUR",
            asOf: `${year}-12-31`,
            periods: [
              { ...period, period: `${year}-09`, state: "billed" as const },
              { ...period, period: `${year}-10`, billed: 0, open: 100, state: "missing" as const },
            ],
          }),
      },
    };
    renderPane(fakeServices(answers));
    await button("Check");
    await tab("More");
    await userEvent.click(await button(/Contract calendar/));
    const missing = (await screen.findByText("Missing: nothing bills these days")).closest("li")!;
    expect(within(missing).getByRole("img", { name: "Error" })).toBeInTheDocument();
    expect(missing).toHaveTextContent("2026");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Year" }), "2025");
    expect(await screen.findByText(/as of .*2025/)).toBeInTheDocument();
    expect(screen.getAllByText("Billed").length).toBeGreaterThan(0);
    await expectAccessible();
  });

  const open = async (name: string) => {
    await button("Check");
    await tab("More");
    await userEvent.click(await button(name));
    await screen.findByRole("heading", { name });
  };

  it("lists its sections", async () => {
    renderPane(fakeServices());
    await button("Check");
    await tab("More");
    for (const { strings } of reportsOf("more"))
      expect(await button(strings.title)).toHaveAccessibleDescription(strings.about);
    await expectAccessible();
  });

  it("inserts a function into the active cell", async () => {
    const insertFormula = jest.fn(() =>
      Promise.resolve({ ok: true as const, value: { sheet: "Usage", row: 4, column: 5 } }),
    );
    renderPane(fakeServices({}, { insertFormula }));
    await open("Functions");
    await userEvent.click(await screen.findByRole("button", { name: /DUE_DATE/ }));
    await userEvent.click(await button("Insert"));
    expect(insertFormula).toHaveBeenCalledWith("=BILLING.DUE_DATE(B2)");
    expect(await screen.findByText("Inserted into Usage!F5")).toBeInTheDocument();
    await expectAccessible();
  });

  it("saves the settings that were changed", async () => {
    const settingEdit = jest.fn(() => Promise.resolve([]));
    renderPane(fakeServices({ settings: { edit: settingEdit } }));
    await open("Settings");
    expect(await screen.findByLabelText("Address")).toHaveValue(settingViews[2]!.value);
    await userEvent.selectOptions(screen.getByLabelText("Rounding mode (default)"), "half_even");
    await expectAccessible();
    await userEvent.click(await button("Save"));
    await waitFor(() => expect(settingEdit.mock.calls).toEqual([["Rounding mode", "half_even"]]));
  });

  it("keeps in Diagnostics what the message bar said, and copies nothing of what stands in cells", async () => {
    const user = userEvent.setup();
    const fake = fakeServices();
    renderPane(fake);
    await button("Check");
    const message = "The sheet Invoices is protected. Unprotect it, then try again.";
    fake.port.failNext({ code: "PROTECTED_SHEET", message, details: "AccessDenied" });
    await user.click(await button("Read again"));
    await user.click(await button("Dismiss"));
    await tab("More");
    await user.click(await button("Diagnostics"));
    const error = await screen.findByText(/The sheet Invoices is protected/);
    expect(error).toHaveTextContent("PROTECTED_SHEET AccessDenied");
    await user.click(await button("Copy details"));
    const copied = await navigator.clipboard.readText();
    expect(copied).toContain("Last error: PROTECTED_SHEET\nAccessDenied");
    expect(copied).not.toContain("Invoices");
  });

  it.each(["Sample data", "Diagnostics", "Help"])("shows %s", async (name) => {
    renderPane(fakeServices());
    await open(name);
    await expectAccessible();
    await userEvent.click(await button("Back"));
    expect(await button("Functions")).toBeInTheDocument();
  });
});
