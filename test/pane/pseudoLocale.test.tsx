/** @jest-environment jsdom */
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { reportsOf } from "../../src/taskpane/app/reportsOf";
import { invoiceStrings } from "../../src/taskpane/invoice/strings";
import { strings as checkStrings } from "../../src/taskpane/reports/check/strings";
import { languages } from "../../src/taskpane/reports/documents/documentsStrings";
import { strings as doneStrings } from "../../src/taskpane/reports/done/strings";
import { strings as mappingStrings } from "../../src/taskpane/reports/mapping/strings";
import { strings as previewStrings } from "../../src/taskpane/reports/preview/strings";
import { strings as reviewStrings } from "../../src/taskpane/reports/review/strings";
import { strings as sheetsStrings } from "../../src/taskpane/reports/sheets/strings";
import { goTo } from "../../src/taskpane/state/location";
import { codeWords } from "../../src/taskpane/strings/cellName";
import { paneStrings } from "../../src/taskpane/strings/pane";
import { toPseudo } from "../../src/taskpane/strings/pseudo";
import { fakeServices } from "./fakeServices";
import * as views from "./fakeViews";
import { expectAccessible } from "./onScreen";
import { renderPane } from "./renderPane";

jest.mock("../../src/taskpane/reports/reconcile/CauseChart", () => ({
  __esModule: true,
  default: () => null,
}));

jest.mock("../../src/taskpane/reports/aging/BandChart", () => ({
  __esModule: true,
  default: () => null,
}));

const t = {
  ...toPseudo(paneStrings),
  sheets: toPseudo(sheetsStrings),
  mapping: toPseudo(mappingStrings),
  check: toPseudo(checkStrings),
  preview: toPseudo(previewStrings),
  done: toPseudo(doneStrings),
  review: toPseudo(reviewStrings),
  invoice: toPseudo(invoiceStrings),
};
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

const fewInvoices = views.invoiceRows.slice(0, 30);
const fake = () => fakeServices({ review: { view: () => Promise.resolve(fewInvoices) } });
/** What comes out of the workbook, in any language: the longest first, as some hold others. */
const dataIn = (values: readonly unknown[]) =>
  [...new Set(textsOf(values))]
    .flatMap((text) => [
      text,
      codeWords(text),
      codeWords(text).toLowerCase(),
      `BILLING.${text}`,
      ...text.split("\n"),
    ])
    .filter((text) => /[A-Za-z]/.test(text))
    .sort((a, b) => b.length - a.length);
const ofEveryTest = dataIn([
  { ...views, invoiceRows: fewInvoices },
  views.invoiceView("DRAFT-CT-0007"),
  fake().services.facts,
  entry,
  "harbour.xlsx",
  languages,
]);

/** What is left of a text when texts of the catalogue, data and addresses of cells are taken away. */
function untranslated(text: string, data: readonly string[]): string {
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

const expectTranslated = (data = ofEveryTest) =>
  expect(
    shownTexts()
      .map((text) => untranslated(text, data))
      .filter((text) => /[A-Za-z]{2,}/.test(text)),
  ).toEqual([]);

const press = async (name: string) => userEvent.click((await screen.findAllByRole("button", { name }))[0]!);

it("Bill has no text but that of the catalogue", async () => {
  renderPane(fake(), toPseudo, "ja");
  await press(t.sheets.map);
  await screen.findByText(t.mapping.lead);
  expectTranslated();
  await press(t.frame.back);
  await screen.findByRole("button", { name: t.bill.check });
  expectTranslated();
  await press(t.bill.check);
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
  const fakes = fakeServices({ sheets: { view: () => Promise.resolve(empty) } });
  renderPane(fakes, toPseudo, "ja");
  await screen.findByRole("button", { name: t.bill.insertSample });
  act(() => fakes.port.type("Usage"));
  expectTranslated();
  fakes.port.failNext({ code: "CANCELLED", message: "", details: "" });
  await press(t.bill.readAgain);
  await screen.findByText(t.bill.cancelled);
  expectTranslated();
});

it("Review has none", async () => {
  renderPane(fake(), toPseudo, "ja");
  act(() => goTo({ view: "review" }));
  await screen.findByLabelText(t.review.find);
  expectTranslated();
  act(() => goTo({ view: "review", invoice: { number: "DRAFT-CT-0007", line: 1 } }));
  await screen.findByText(t.invoice.differs("84.04"));
  expectTranslated();
});

it("Reconcile has none", async () => {
  renderPane(fake(), toPseudo, "ja");
  act(() => goTo({ view: "reconcile", runs: true }));
  await userEvent.click(await screen.findByRole("button", { name: /Usage to invoice/ }));
  expectTranslated();
});

const chosen = (["reconcile", "more"] as const).flatMap((view) =>
  reportsOf(view).map((report) => [report.name, view, toPseudo(report.strings).title] as const),
);
it.each(chosen)("%s on %s has none, and axe finds nothing", async (_, view, title) => {
  const { services, port } = fake();
  const shown = jest.spyOn(services.session, "view");
  renderPane({ services, port }, toPseudo, "ja");
  act(() => goTo({ view }));
  await press(title);
  await screen.findByRole("heading", { name: title });
  const answers = await Promise.all(shown.mock.results.map(({ value }) => value as Promise<unknown>));
  expectTranslated([...dataIn(answers), ...ofEveryTest]);
  await expectAccessible();
});
