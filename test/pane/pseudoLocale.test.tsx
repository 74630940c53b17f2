/** @jest-environment jsdom */
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { goTo, sections } from "../../src/taskpane/state/place";
import { codeWords } from "../../src/taskpane/strings/cellName";
import { en } from "../../src/taskpane/strings/en";
import { pseudo } from "../../src/taskpane/strings/pseudo";
import { fakeServices } from "./fakeServices";
import * as views from "./fakeViews";
import { renderPane } from "./renderPane";

jest.mock("../../src/taskpane/screens/reconcile/CauseChart", () => ({
  __esModule: true,
  default: () => null,
}));

const t = pseudo(en);
const entry = { name: "DUE_DATE", description: "When to pay.", parameters: [] };

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
  const json = () => Promise.resolve({ functions: [entry] });
  Object.assign(globalThis, { fetch: () => Promise.resolve({ ok: true, json }) });
});

/** Every text of a value, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

const fewInvoices = views.previewView.invoices;
const fake = () => fakeServices({ invoices: () => Promise.resolve(fewInvoices) });
/** What comes out of the workbook, in any language: the longest first, as some hold others. */
const data = [
  ...new Set(
    textsOf([
      { ...views, invoiceRows: fewInvoices },
      views.invoiceView("DRAFT-CT-0007"),
      fake().services.facts,
      entry,
      "harbour.xlsx",
    ]),
  ),
]
  .flatMap((text) => [
    text,
    codeWords(text),
    codeWords(text).toLowerCase(),
    `BILLING.${text}`,
    ...text.split("\n"),
  ])
  .filter((text) => /[A-Za-z]/.test(text))
  .sort((a, b) => b.length - a.length);

/** What is left of a text when texts of the catalogue, data and addresses of cells are taken away. */
function untranslated(text: string): string {
  let rest = text;
  for (let before = ""; before !== rest;) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, " ");
  }
  rest = rest.replace(/('[^']+'|[\p{L}]+)![A-Z]+\d+/gu, " ");
  for (const known of data) rest = rest.replaceAll(known, " ");
  return rest.trim();
}

function shownTexts(): string[] {
  const attributes = ["aria-label", "title", "placeholder", "alt"];
  const found: string[] = [];
  for (const element of document.body.querySelectorAll("*")) {
    for (const name of attributes) found.push(element.getAttribute(name) ?? "");
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? "");
  }
  return found;
}

const expectTranslated = () =>
  expect(
    shownTexts()
      .map(untranslated)
      .filter((text) => /[A-Za-z]{2,}/.test(text)),
  ).toEqual([]);

const press = async (name: string) => userEvent.click((await screen.findAllByRole("button", { name }))[0]!);

it("Bill has no text but that of the catalogue", async () => {
  renderPane(fake(), t, "ja");
  await press(t.sheets.map);
  await screen.findByText(t.mapping.lead);
  expectTranslated();
  await press(t.frame.back);
  await screen.findByRole("button", { name: t.sheets.check });
  expectTranslated();
  await press(t.sheets.check);
  await screen.findByText(t.check.issues);
  expectTranslated();
  await press(t.check.preview);
  await screen.findByText(t.preview.writes);
  expectTranslated();
  await press(t.preview.write);
  await screen.findByRole("button", { name: t.done.goTo });
  expectTranslated();
});

it("an empty workbook, an edited one and a failure have none either", async () => {
  const empty = { ...views.sheetsView, isEmpty: true };
  const fakes = fakeServices({ open: () => Promise.resolve(empty) });
  renderPane(fakes, t, "ja");
  await screen.findByRole("button", { name: t.sheets.insertSample });
  act(() => fakes.port.type("Usage"));
  expectTranslated();
  fakes.port.failNext({ code: "CANCELLED", message: "", details: "" });
  await press(t.bill.readAgain);
  await screen.findByText(t.bill.cancelled);
  expectTranslated();
});

it("Review has none", async () => {
  renderPane(fake(), t, "ja");
  act(() => goTo({ view: "review" }));
  await screen.findByLabelText(t.review.find);
  expectTranslated();
  act(() => goTo({ view: "review", invoice: { number: "DRAFT-CT-0007", line: 1 } }));
  await screen.findByText(t.review.differs("84.04"));
  expectTranslated();
});

it("Reconcile has none", async () => {
  renderPane(fake(), t, "ja");
  act(() => goTo({ view: "reconcile", runs: true }));
  await userEvent.click(await screen.findByRole("button", { name: /Usage to invoice/ }));
  expectTranslated();
});

it.each(sections)("More has none: %s", async (section) => {
  renderPane(fake(), t, "ja");
  act(() => goTo({ view: "more" }));
  await press(t.more.sections[section]);
  await screen.findByRole("heading", { name: t.more.sections[section] });
  expectTranslated();
});
