/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { GridBuilder, type CellRef, type Grid } from "../../src/core/api";
import type { Openers, Services, ShownBook } from "../../src/taskpane/services/services";
import { StandAlone } from "../../src/taskpane/app/StandAlone";
import type { PortResult, Work } from "../../src/workbook/port/port";
import { fakeServices } from "./fakeServices";
import { InFluent } from "./InFluent";

function usageGrid(rows: number): Grid {
  const builder = new GridBuilder("Usage");
  for (let row = 0; row < rows; row++) {
    builder.text(row, 0, `E${row}`);
    builder.number(row, 1, row * 1.5);
  }
  return builder.build();
}

function shownBook(): ShownBook {
  const grids = [usageGrid(5000)];
  let selected: readonly CellRef[] = [];
  const listeners = new Set<() => void>();
  return {
    grids: () => grids,
    selected: () => selected,
    select: (cell) => {
      selected = [cell];
      listeners.forEach((listener) => listener());
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    download: () => Promise.resolve(new Blob(["file"])),
  };
}

function show(file?: Openers["file"]) {
  const shown = shownBook();
  const opened: PortResult<Services> = { ok: true, value: { ...fakeServices().services, shown } };
  const openers: Openers = {
    inExcel: () => Promise.reject(new Error("not here")),
    file: file ?? (() => Promise.resolve(opened)),
    sample: () => Promise.resolve(opened),
  };
  render(
    <InFluent>
      <StandAlone openers={openers} />
    </InFluent>,
  );
  return shown;
}

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

it("shows how far the opening of a file is, and nothing of one that was overtaken", async () => {
  const works: Work[] = [];
  const endless: Openers["file"] = (_, work = {}) => {
    works.push(work);
    return new Promise(() => undefined);
  };
  show(endless);
  const open = () => userEvent.upload(screen.getByLabelText("Workbook file"), new File(["x"], "large.xlsx"));
  await open();
  act(() => works[0]!.onProgress?.({ activity: { kind: "reading" }, share: 0.42 }));
  const bar = screen.getByRole("progressbar", { name: "Opening the workbook" });
  expect(bar).toHaveAttribute("aria-valuenow", "0.42");
  expect(screen.getByText("42%")).toBeInTheDocument();
  await open();
  act(() => works[0]!.onProgress?.({ activity: { kind: "reading" }, share: 0.9 }));
  expect(screen.queryByText("90%")).not.toBeInTheDocument();
  expect([works[0]!.isCancelled?.(), works[1]!.isCancelled?.()]).toEqual([true, false]);
});

describe("the pane in a plain browser", () => {
  it("opens the sample beside a grid that follows the selection", async () => {
    const shown = show();
    await userEvent.click(screen.getByRole("button", { name: "Open sample" }));
    expect(await screen.findByRole("button", { name: "Check" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Download workbook" })).toBeInTheDocument();
    const grid = screen.getByRole("grid", { name: "Cells of Usage" });
    expect(grid).toHaveAttribute("aria-rowcount", "5001");
    expect(within(grid).getAllByRole("row").length).toBeLessThan(80);
    await userEvent.click(within(grid).getByText("E3"));
    expect(shown.selected()).toEqual([{ sheet: "Usage", row: 3, column: 0 }]);
    grid.focus();
    await userEvent.keyboard("{ArrowDown}{ArrowRight}");
    expect(within(grid).getByRole("gridcell", { selected: true })).toHaveTextContent("6");
    const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
  });

  it("opens a file that is chosen or dropped, and says when it cannot", async () => {
    const failure = { code: "UNREADABLE", message: "notes.xlsx is no workbook." } as const;
    const file = jest.fn<ReturnType<Openers["file"]>, [File]>(() => Promise.resolve({ ok: false, failure }));
    show(file);
    const notes = new File(["x"], "notes.xlsx");
    await userEvent.upload(screen.getByLabelText("Workbook file"), notes);
    expect(await screen.findByText("notes.xlsx is no workbook.")).toBeInTheDocument();
    const drop = Object.assign(new Event("drop", { cancelable: true }), { dataTransfer: { files: [notes] } });
    act(() => void document.dispatchEvent(drop));
    expect(drop.defaultPrevented).toBe(true);
    expect(file).toHaveBeenCalledTimes(2);
    await screen.findByText("notes.xlsx is no workbook.");
  });
});
