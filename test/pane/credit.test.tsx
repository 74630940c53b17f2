/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { inlineClient } from "../../src/taskpane/client/inlineClient";
import * as views from "../../src/taskpane/reports/reportViews";
import { Session } from "../../src/taskpane/session/session";
import { goTo } from "../../src/taskpane/state/location";
import { viewCell } from "../../src/core/schema/viewCell";
import { readBy } from "../port/books";
import { withPlan } from "../port/memoryBook";
import { MemoryPort } from "../port/memoryPort";
import { servicesOver } from "./fakeServices";
import { button, expectAccessible } from "./onScreen";
import { renderPane } from "./renderPane";

const surroundings = { engineVersion: "0", sha256: () => "0".repeat(64) };
const patience = { timeout: 20_000 };

const contracts = [
  ["Contract ID", "Customer ID", "Start", "Currency"],
  ["CT-1", "C1", "2026-01-01", "EUR"],
];
const prices = [
  ["Contract ID", "Price ID", "Product", "Model", "Flat fee", "Timing"],
  ["CT-1", "P-1", "Base", "flat", 100, "arrears"],
];
const invoices = [
  [
    ...["Invoice number", "Status", "Type", "Customer ID", "Customer name", "Contract ID", "Period start"],
    ...["Period end", "Invoice date", "Due date", "Currency", "Subtotal", "Tax", "Total", "Corrects"],
  ],
  [
    ...["INV-1", "Issued", "Invoice", "C1", "Alder Ltd", "CT-1", "2026-10-01", "2026-10-31", "2026-10-31"],
    ...["2026-11-30", "EUR", 150, 30, 180, null],
  ],
];
const lines = [
  ["Invoice number", "Line", "Contract ID", "Price ID", "Product", "Kind", "Amount", "Tax code", "Tax rate"],
  ["INV-1", 1, "CT-1", "P-1", "Base", "fixed", 100, "VAT", 0.2],
  ["INV-1", 2, "CT-1", "P-2", "Extra", "fixed", 50, "VAT", 0.2],
];

/** The pane at invoice INV-1, with its engine and a workbook in memory. */
async function showInvoice(
  settings: readonly (readonly (string | number)[])[] = [],
  more: Readonly<Record<string, readonly (readonly (string | number)[])[]>> = {},
): Promise<MemoryPort> {
  const sheets = {
    Contracts: contracts,
    Prices: prices,
    Invoices: invoices,
    "Invoice lines": lines,
    Settings: [["Key", "Value"], ...settings],
    ...more,
  };
  const planned = Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows: rows.map((row) => row.map((value) => (value === null ? null : { value }))),
    widths: [],
  }));
  const empty = { grids: [], tables: [], date1904: false, pictures: [] };
  const port = new MemoryPort(withPlan(empty, { sheets: planned, removedSheets: [], appended: [] }));
  renderPane(
    servicesOver(
      port,
      inlineClient(() => new Session(surroundings, views)),
    ),
  );
  await button("Check");
  act(() => goTo({ view: "review", invoice: { number: "INV-1" } }));
  await userEvent.click(await screen.findByRole("button", { name: "Credit" }, patience));
  return port;
}

const willWrite = async () => within(await screen.findByRole("region", { name: "What will be written" }));

/** The numbers of a sheet's rows. */
async function numbersOf(port: MemoryPort, sheet = "Invoices"): Promise<readonly string[]> {
  const { grids } = await readBy(port);
  const grid = grids.find((candidate) => candidate.sheet === sheet)!;
  return Array.from({ length: grid.rowCount - 1 }, (_, row) => viewCell(grid, row + 1, 0).text);
}

it("keeps what was looked for when somebody comes back from an invoice", async () => {
  await showInvoice();
  await userEvent.click(await button("Back"));
  await userEvent.type(await screen.findByLabelText("Find invoice"), "alder");
  await userEvent.click(screen.getByRole("button", { name: /INV-1/ }));
  await userEvent.click(await button("Back"));
  expect(await screen.findByLabelText("Find invoice")).toHaveValue("alder");
  expect(document.activeElement).toHaveTextContent("INV-1");
});

describe("crediting an issued invoice in Review", () => {
  it("shows what will be written, writes it with a reason, and takes it back", async () => {
    const port = await showInvoice();
    const before = await readBy(port);
    const shown = await willWrite();
    expect(await shown.findByText("CN-2026-0001")).toBeInTheDocument();
    expect(shown.getByText("Total").nextSibling).toHaveTextContent("180.00");
    const write = screen.getByRole("button", { name: "Write credit note" });
    expect(write).toHaveAttribute("aria-disabled", "true");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Line" }), "2");
    await userEvent.type(screen.getByRole("textbox", { name: "Amount" }), "20");
    await userEvent.type(screen.getByLabelText("Reason"), "PRICE");
    expect(await (await willWrite()).findByText(/24\.00/)).toBeInTheDocument();
    expect((await willWrite()).getByText("Left after it").nextSibling).toHaveTextContent(
      /130\.00 and tax .*26\.00/,
    );
    await expectAccessible();
    await userEvent.click(write);
    const undo = await screen.findByRole("button", { name: "Undo" }, patience);
    expect(await numbersOf(port)).toEqual(["INV-1", "CN-2026-0001"]);
    expect(await numbersOf(port, "Invoice lines")).toEqual(["INV-1", "INV-1", "CN-2026-0001"]);
    await userEvent.click(undo);
    await screen.findByText("Credit note is undone.", {}, patience);
    expect(await readBy(port)).toEqual(before);
  });

  it("says why an amount is refused: what is left, or that it is none", async () => {
    await showInvoice();
    const amount = await screen.findByRole("textbox", { name: "Amount" }, patience);
    await userEvent.type(amount, "150.01");
    expect(await screen.findByText(/more than the EUR 150.00 that is left/)).toBeInTheDocument();
    await userEvent.clear(amount);
    await userEvent.type(amount, "a lot");
    expect(await screen.findByText(/Write a net amount above 0/)).toBeInTheDocument();
  });

  it("offers the codes of the workbook and the concessions", async () => {
    await showInvoice([["Concession reasons", "KINDNESS"]]);
    const reason = await screen.findByLabelText("Reason", {}, patience);
    const codes = document.getElementById(reason.getAttribute("list")!)!;
    expect([...codes.children].map((option) => option.getAttribute("value"))).toEqual(["KINDNESS"]);
  });

  it("says that a credit above the limit waits for another person", async () => {
    const port = await showInvoice([["Approval limit", 100]]);
    expect(await screen.findByText(/waits for another person/, {}, patience)).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText("Reason"), "PRICE");
    await userEvent.click(screen.getByRole("button", { name: "Write credit note" }));
    await screen.findByRole("button", { name: "Undo" }, patience);
    expect(await numbersOf(port)).toEqual(["INV-1", "DRAFT-CREDIT-INV-1-1"]);
  });

  it("issues a credit that waited once somebody else than who made it approves it, and takes that back", async () => {
    const port = await showInvoice([["Approval limit", 100]]);
    await userEvent.type(await screen.findByLabelText("Your name", {}, patience), "Ada");
    await userEvent.type(screen.getByLabelText("Reason"), "PRICE");
    await userEvent.click(screen.getByRole("button", { name: "Write credit note" }));
    await screen.findByRole("button", { name: "Undo" }, patience);
    const waiting = await readBy(port);
    act(() => goTo({ view: "review", invoice: { number: "DRAFT-CREDIT-INV-1-1" } }));
    const approval = within(await screen.findByRole("form", { name: "Approval" }, patience));
    expect(
      screen.getByText(/of INV-1 \(PRICE\) is above the Approval limit.*Made by Ada\./),
    ).toBeInTheDocument();
    await expectAccessible();
    const approve = approval.getByRole("button", { name: "Approve" });
    expect(approve).toHaveAttribute("aria-disabled", "true");
    await userEvent.type(approval.getByLabelText(/Your name/), "ada");
    await userEvent.click(approve);
    // Nobody approves what is their own.
    expect(await screen.findByText(/ada.*made it|made it.*ada|own/i)).toBeInTheDocument();
    expect(await readBy(port)).toEqual(waiting);
    await userEvent.clear(approval.getByLabelText(/Your name/));
    await userEvent.type(approval.getByLabelText(/Your name/), "Grace{Enter}");
    await screen.findByText("The credit note is issued.", {}, patience);
    expect(await numbersOf(port)).toEqual(["INV-1", "CN-2026-0001"]);
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }, patience));
    await screen.findByText("Approval is undone.", {}, patience);
    expect(await readBy(port)).toEqual(waiting);
    expect(await screen.findByRole("button", { name: /DRAFT-CREDIT-INV-1-1/ }, patience)).toBeInTheDocument();
  });

  it("lets nobody approve a credit whom Policy does not name for it, with no limit as well", async () => {
    const Policy = [
      ["Person", "Role", "Limit"],
      ["Grace", "Approver", 500],
      ["Ben", "Approver", 10],
    ];
    const port = await showInvoice([], { Policy });
    expect(await screen.findByText(/waits for another person/, {}, patience)).toBeInTheDocument();
    await userEvent.type(await screen.findByLabelText("Your name", {}, patience), "Ada");
    await userEvent.type(screen.getByLabelText("Reason"), "PRICE");
    await userEvent.click(screen.getByRole("button", { name: "Write credit note" }));
    await screen.findByRole("button", { name: "Undo" }, patience);
    act(() => goTo({ view: "review", invoice: { number: "DRAFT-CREDIT-INV-1-1" } }));
    const approval = within(await screen.findByRole("form", { name: "Approval" }, patience));
    expect(screen.getByText(/of INV-1 \(PRICE\) counts once another person approves it/)).toBeInTheDocument();
    const name = approval.getByLabelText(/Your name/);
    await userEvent.type(name, "Mallory{Enter}");
    expect(await screen.findByText(/Policy does not name Mallory as approver/)).toBeInTheDocument();
    await userEvent.clear(name);
    await userEvent.type(name, "Ben{Enter}");
    expect(await screen.findByText(/above the limit of Ben/)).toBeInTheDocument();
    await userEvent.clear(name);
    await userEvent.type(name, "Grace{Enter}");
    await screen.findByText("The credit note is issued.", {}, patience);
    expect(await numbersOf(port)).toEqual(["INV-1", "CN-2026-0001"]);
  });

  it("cancels and bills again in one act", async () => {
    const port = await showInvoice();
    await screen.findByLabelText("Reason", {}, patience);
    await userEvent.click(screen.getByRole("button", { name: "Cancel and rebill" }));
    const undo = await screen.findByRole("button", { name: "Undo" }, patience);
    expect(await numbersOf(port)).toEqual(["INV-1", "CN-2026-0001", "DRAFT-CT-1-2026-10-EUR"]);
    await userEvent.click(undo);
    await screen.findByText("Cancel and rebill is undone.", {}, patience);
    expect(await numbersOf(port)).toEqual(["INV-1"]);
  });
});
