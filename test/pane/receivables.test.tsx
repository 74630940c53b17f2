/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { inlineClient } from "../../src/taskpane/client/inlineClient";
import * as views from "../../src/taskpane/reports/reportViews";
import { Session } from "../../src/taskpane/session/session";
import { goTo } from "../../src/taskpane/state/location";
import { withPlan } from "../port/memoryBook";
import { MemoryPort } from "../port/memoryPort";
import { cellsOf, readBy } from "../port/books";
import { servicesOver, type FakeServices } from "./fakeServices";
import { button, expectAccessible } from "./onScreen";
import { renderPane } from "./renderPane";
import { invoicesSheet, plannedSheets } from "./sessionBooks";

// Its packages are ES modules, which jest does not load; the browser tests show it.
jest.mock("../../src/taskpane/reports/aging/BandChart", () => ({ __esModule: true, default: () => null }));

const invoice = (number: string, customer: string, due: string, total: number) =>
  [number, "Issued", customer, `${customer} Ltd`, "2026-10-01", due, "EUR", total] as const;

type Sheets = Parameters<typeof plannedSheets>[0];

/** The pane over three invoices of two customers and more sheets, at a report of Reconcile. */
async function openReport(report: string, more: Sheets = {}): Promise<FakeServices> {
  const sheets = {
    ...more,
    Invoices: invoicesSheet(
      invoice("INV-1", "Acme", "2026-10-31", 100),
      invoice("INV-2", "Acme", "2026-11-05", 250),
      invoice("INV-3", "Byte", "2026-11-06", 80),
    ),
    Payments: [
      ["Payment ID", "Date", "Amount", "Currency", "Reference", "Payer"],
      ["P-1", "2026-11-10", 100, "EUR", "INV-1", ""],
      ["P-2", "2026-11-11", 80, "EUR", "", "Byte Ltd"],
      ["P-3", "2026-11-12", 7, "EUR", "", "Nobody"],
    ],
  };
  const snapshot = withPlan(
    { grids: [], tables: [], date1904: false, pictures: [] },
    { sheets: plannedSheets(sheets), removedSheets: [], appended: [] },
  );
  const surroundings = { engineVersion: "0", sha256: () => "0".repeat(64) };
  const newSession = () => new Session(surroundings, views);
  const fake = servicesOver(new MemoryPort(snapshot), inlineClient(newSession));
  renderPane(fake);
  await button("Read again");
  act(() => goTo({ view: "reconcile", report }));
  return fake;
}

const list = () => screen.findByRole("list", { name: "Proposals" });
const sheetsOf = async ({ port }: FakeServices) =>
  [...new Set(Object.keys(cellsOf(await readBy(port))).map((cell) => cell.split("!")[0]))].sort();

describe("Cash", () => {
  it("lists payments with rule and confidence; arrows, space bar and Enter are enough to post one", async () => {
    const fake = await openReport("cash");
    const before = await sheetsOf(fake);
    const rows = within(await list()).getAllByRole("button");
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Acme Ltd.*EUR.100\.00.*INV-1.*high/),
      expect.stringMatching(/Byte Ltd.*EUR.80\.00.*INV-3.*medium/),
      expect.stringMatching(/\(unknown\).*EUR.7\.00.*Choose what it pays.*review/),
    ]);
    await expectAccessible();
    expect(await button("Post selected")).toHaveAttribute("aria-disabled", "true");
    rows[0]!.focus();
    await userEvent.keyboard("{ArrowDown} ");
    expect(screen.getByRole("checkbox", { name: "Select P-2" })).toBeChecked();
    expect(screen.getByText(/1 payment selected: EUR.80\.00\./)).toBeInTheDocument();
    // Nobody can tick what has no proposal.
    await userEvent.keyboard("{ArrowDown} ");
    expect(screen.getByRole("checkbox", { name: "Select P-3" })).not.toBeChecked();
    await userEvent.keyboard("{ArrowUp}{Enter}");
    expect(await screen.findByRole("heading", { name: /^EUR.80\.00, Byte Ltd$/ })).toBeInTheDocument();
    await userEvent.click(await button("Back"));
    // Whoever comes back goes on where they were.
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/Byte Ltd.*INV-3/));
    await userEvent.click(await button("Post selected"));
    expect(await screen.findByText("Cash written: Applications, Invoices, Run log.")).toBeInTheDocument();
    expect(within(await list()).getAllByRole("button")).toHaveLength(2);
    expect(cellsOf(await readBy(fake.port))).toMatchObject({
      "Invoices!B4": "2 Paid",
      "Invoices!B2": "2 Issued",
    });
    await userEvent.click(await button("Undo"));
    await waitFor(async () => expect(await sheetsOf(fake)).toEqual(before));
    expect(within(await list()).getAllByRole("button")).toHaveLength(3);
  });

  it("posts what was chosen in place of a rule, and takes it back by Reverse", async () => {
    const fake = await openReport("cash");
    await userEvent.click(within(await list()).getAllByRole("button")[1]!);
    await userEvent.click(await button("Change match"));
    await screen.findByRole("checkbox", { name: "INV-3" });
    // Of Byte alone: a payment never goes to another customer's invoice.
    expect(screen.queryByRole("checkbox", { name: "INV-1" })).toBeNull();
    await userEvent.click(await button("Cancel"));
    await userEvent.click(await button("Back"));
    // Where nobody knows what it pays, the documents are there at once.
    await userEvent.click(within(await list()).getAllByRole("button")[2]!);
    await userEvent.click(await screen.findByRole("checkbox", { name: "INV-2" }));
    expect(
      screen.getByText(/EUR.250\.00 open in what is chosen; the payment is EUR.7\.00\./),
    ).toBeInTheDocument();
    await expectAccessible();
    await userEvent.click(await button("Use these"));
    expect(await screen.findByText("chosen by you")).toBeInTheDocument();
    await userEvent.click(await button("Back"));
    await userEvent.click(await screen.findByRole("checkbox", { name: "Select P-3" }));
    await userEvent.click(await button("Post selected"));
    await userEvent.click(await button("Posted: 1 payment"));
    expect(cellsOf(await readBy(fake.port))).toMatchObject({ "Invoices!B3": "2 Part paid" });
    await userEvent.click(screen.getByRole("checkbox", { name: "Select P-3" }));
    await expectAccessible();
    await userEvent.click(await button("Reverse"));
    expect(await screen.findByText(/^Reversal written: /)).toBeInTheDocument();
    expect(cellsOf(await readBy(fake.port))).toMatchObject({ "Invoices!B3": "2 Issued" });
  });

  it("selects what is shown, and shows it still when somebody comes back from a payment", async () => {
    await openReport("cash");
    await list();
    await userEvent.selectOptions(screen.getByLabelText("Show"), "medium");
    await userEvent.click(await button("Select all shown"));
    expect(screen.getByText(/1 payment selected: EUR.80\.00\./)).toBeInTheDocument();
    await userEvent.click(within(await list()).getByRole("button"));
    await userEvent.click(await button("Back"));
    expect(screen.getByLabelText("Show")).toHaveValue("medium");
    await userEvent.selectOptions(screen.getByLabelText("Show"), "review");
    expect(await button("Select all shown")).toHaveAttribute("aria-disabled", "true");
  });

  it("writes nothing over an edit that nobody has looked at", async () => {
    const fake = await openReport("cash");
    await list();
    await userEvent.click(await button("Accept high"));
    act(() => fake.port.type("Payments", [{ at: { sheet: "Payments", row: 1, column: 2 }, value: 90 }]));
    await userEvent.click(await button("Post selected"));
    expect(await screen.findByText(/^Payments was edited meanwhile/)).toBeInTheDocument();
    expect(await sheetsOf(fake)).toEqual(["Invoices", "Payments"]);
    expect(await screen.findByRole("button", { name: /EUR.90\.00/ })).toBeInTheDocument();
  });

  it("asks for the columns of a file that does not say them", async () => {
    await openReport("cash");
    await list();
    const file = new File(["x;y\n03.11.2026;12,00\n"], "odd.csv");
    Object.assign(file, {
      arrayBuffer: () => Promise.resolve(new TextEncoder().encode("x;y\n03.11.2026;12,00\n").buffer),
    });
    fireEvent.change(screen.getByLabelText("Bank file"), { target: { files: [file] } });
    expect(await screen.findByRole("alert")).toHaveTextContent(/^odd\.csv: .*Columns/);
    await expectAccessible();
    await userEvent.type(screen.getByLabelText("Columns"), "date=1,amount=2");
    await userEvent.selectOptions(screen.getByLabelText("Dates"), "dmy");
    await userEvent.click(await button("Read file again"));
    expect(await screen.findByText("1 payment is new, 0 known already.")).toBeInTheDocument();
    await userEvent.click(await button("Remove odd.csv"));
    await waitFor(() => expect(screen.queryByText(/payment is new/)).toBeNull());
  });
});

describe("Aging", () => {
  it("shows a day, opens a figure to its documents, and is written and undone", async () => {
    const fake = await openReport("aging");
    await waitFor(() => expect(screen.getByLabelText("As of")).toHaveValue("2026-11-12"));
    fireEvent.change(screen.getByLabelText("As of"), { target: { value: "2026-11-30" } });
    await userEvent.click(await button("Show aging"));
    await screen.findByRole("region", { name: "Aging in EUR" });
    await expectAccessible();
    await userEvent.click(await button("Acme Ltd, 1-30: 350.00"));
    await userEvent.click(await button("INV-2"));
    expect(fake.port.revealed.at(-1)).toEqual([{ sheet: "Invoices", row: 2, column: 0 }]);
    await expectAccessible();
    await userEvent.click(await button("Back"));
    await userEvent.click(await button("Write to workbook"));
    await screen.findByText("Aging written: Aging, Aging detail.");
    await userEvent.click(await button("Undo"));
    await waitFor(async () => expect(await sheetsOf(fake)).toEqual(["Invoices", "Payments"]));
  });
});

describe("Follow-up", () => {
  it("keeps a promise in the workbook, and says what is wrong with one", async () => {
    const fake = await openReport("followUp");
    await userEvent.click(await button("Add promise"));
    expect(await button("Save promise")).toHaveAttribute("aria-disabled", "true");
    await userEvent.type(screen.getByLabelText("Customer ID"), "Nobody");
    fireEvent.change(screen.getByLabelText(/^Pay by/), { target: { value: "2026-12-01" } });
    await expectAccessible();
    await userEvent.click(await button("Save promise"));
    expect(await screen.findByText(/There is no customer “Nobody”/)).toBeInTheDocument();
    await userEvent.clear(screen.getByLabelText("Customer ID"));
    await userEvent.type(screen.getByLabelText("Customer ID"), "Acme");
    await userEvent.click(await button("Save promise"));
    expect(await screen.findByText("Promise written: Promises.")).toBeInTheDocument();
    expect(cellsOf(await readBy(fake.port))).toMatchObject({ "Promises!B2": "2 Acme" });
  });

  it("lists a dispute that is open, and closes it with how it ended; Undo opens it again", async () => {
    const fake = await openReport("followUp");
    await userEvent.click(await button("Open dispute"));
    await userEvent.type(screen.getByLabelText(/^Invoice number/), "INV-2");
    await userEvent.type(screen.getByLabelText(/^Reason code/), "PRICE");
    await userEvent.click(await button("Save dispute"));
    await screen.findByText("Dispute written: Disputes.");
    const disputed = cellsOf(await readBy(fake.port));
    await userEvent.click(
      await screen.findByRole("button", { name: /^INV-2.*all that is open.*Acme Ltd · PRICE/ }),
    );
    const form = within(screen.getByRole("form", { name: "Close the dispute of INV-2" }));
    expect(form.getByRole("button", { name: "Close dispute" })).toHaveAttribute("aria-disabled", "true");
    await expectAccessible();
    await userEvent.selectOptions(form.getByLabelText(/^Outcome/), "Upheld");
    await userEvent.click(form.getByRole("button", { name: "Close dispute" }));
    await screen.findByText("Closing written: Disputes.");
    await waitFor(() => expect(screen.queryByText("Open disputes")).toBeNull());
    expect(cellsOf(await readBy(fake.port))).toMatchObject({ "Disputes!J2": "2 Upheld" });
    await userEvent.click(await button("Undo"));
    expect(await screen.findByText("Open disputes")).toBeInTheDocument();
    expect(cellsOf(await readBy(fake.port))).toEqual(disputed);
  });

  it("opens a reminder in the mail program, and saves all for a mail merge", async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = (blob) => `blob:${String(saved.push(blob as Blob))}`;
    URL.revokeObjectURL = () => undefined;
    await openReport("followUp", {
      Customers: [
        ["Customer ID", "Customer name", "Email"],
        ["Acme", "Acme Ltd", "pay@acme.example"],
        ["Byte", "Byte Ltd", null],
      ],
      "Reminder levels": [
        ["Level", "Days", "Subject", "Text"],
        [1, 1, "Reminder", "Please pay {amount}."],
      ],
    });
    fireEvent.change(await screen.findByLabelText("As of"), { target: { value: "2026-11-30" } });
    expect(await button("Download mail merge")).toHaveAttribute("aria-disabled", "true");
    await userEvent.click(await button("Prepare reminders"));
    // 350.00 less the 100.00 that came in and are applied nowhere yet.
    await userEvent.click(await button(/^Acme Ltd.*EUR.250\.00/));
    const link = screen.getByRole("link", { name: "Open in mail program" });
    expect(link).toHaveAttribute(
      "href",
      expect.stringMatching(/^mailto:pay%40acme\.example|^mailto:pay@acme\.example/),
    );
    await expectAccessible();
    await userEvent.click(await button("Download mail merge"));
    expect(saved).toHaveLength(1);
    expect(saved[0]!.type).toBe("text/csv");
  });

  it("lists what was promised, and what was not kept", async () => {
    await openReport("followUp");
    await userEvent.click(await button("Add promise"));
    await userEvent.type(screen.getByLabelText("Invoice number"), "INV-3");
    fireEvent.change(screen.getByLabelText(/^Made/), { target: { value: "2026-11-01" } });
    fireEvent.change(screen.getByLabelText(/^Pay by/), { target: { value: "2026-11-10" } });
    await userEvent.click(await button("Save promise"));
    expect(await screen.findByText(/^INV-3 · pay by Nov 10, 2026/)).toBeInTheDocument();
    expect(screen.getByText("not kept")).toBeInTheDocument();
  });
});
