/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Snapshot } from "../../src/core/api";
import { inlineClient } from "../../src/taskpane/client/inlineClient";
import * as views from "../../src/taskpane/reports/reportViews";
import { Session } from "../../src/taskpane/session/session";
import { samplePlan } from "../../src/taskpane/reports/sample/view/samplePlan";
import { readBy } from "../port/books";
import { withPlan } from "../port/memoryBook";
import { MemoryPort } from "../port/memoryPort";
import { servicesOver } from "./fakeServices";
import { renderPane } from "./renderPane";

const surroundings = { engineVersion: "0", sha256: () => "0".repeat(64) };
const patience = { timeout: 20_000 };
const press = async (name: string) =>
  userEvent.click((await screen.findAllByRole("button", { name }, patience))[0]!);
const sheetsOf = ({ grids }: Snapshot) => grids.map(({ sheet }) => sheet);

/** The pane with its engine, over the sample in memory. */
function showSample(): MemoryPort {
  const port = new MemoryPort(
    withPlan({ grids: [], tables: [], date1904: false, pictures: [] }, samplePlan()),
  );
  renderPane(
    servicesOver(
      port,
      inlineClient(() => new Session(surroundings, views)),
    ),
  );
  return port;
}

it("bills the sample from the check to an undone run, and leaves it as it was", async () => {
  const port = showSample();
  const before = await readBy(port);
  for (const name of ["Check", "Preview invoices", "Write invoices"]) await press(name);
  await screen.findByRole("button", { name: "Undo this run" }, patience);
  const written = await readBy(port);
  expect(sheetsOf(written)).toEqual(expect.arrayContaining(["Invoices", "Issues", "Run log"]));
  expect(written.grids.find(({ sheet }) => sheet === "Run log")!.rowCount).toBe(2);
  await press("Undo this run");
  await screen.findByRole("button", { name: "Check" }, patience);
  expect(await readBy(port)).toEqual(before);
});

it("writes nothing of a preview that was made before somebody typed", async () => {
  const port = showSample();
  for (const name of ["Check", "Preview invoices"]) await press(name);
  await screen.findByRole("button", { name: "Write invoices" }, patience);
  // As a co-author does: nobody tells this pane of it.
  await port.edit([{ at: { sheet: "Usage", row: 1, column: 0 }, value: "CT-9999" }]);
  const before = await readBy(port);
  await press("Write invoices");
  expect(await screen.findByText(/The data changed since the preview/, {}, patience)).toBeInTheDocument();
  expect(await readBy(port)).toEqual(before);
});

it("keeps the workbook when a write fails, and says what to do", async () => {
  const port = showSample();
  for (const name of ["Check", "Preview invoices"]) await press(name);
  await screen.findByRole("button", { name: "Write invoices" }, patience);
  const before = await readBy(port);
  port.failNext({ code: "FILTERED", message: "A filter hides rows of the sheet “Invoices”; clear it." });
  await press("Write invoices");
  expect(await screen.findByText(/A filter hides rows/, {}, patience)).toBeInTheDocument();
  expect(await readBy(port)).toEqual(before);
});
