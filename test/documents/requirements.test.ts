import { parseIsoDay } from "../../src/core/calendar/day";
import { checkBook } from "../../src/core/run/checkBook";
import { readInputs } from "../../src/core/run/prepareBook";
import { missingFields } from "../../src/core/run/requirements/missingFields";
import { unheard } from "../../src/core/issues/issue";
import { casesBook, setting, withSettings, type Changes } from "./casesBook";

function missing(changes: Changes = {}) {
  const snapshot = casesBook(changes);
  const inputs = readInputs(snapshot, unheard);
  const documents = inputs.register.invoices.filter(({ isVoid }) => !isVoid);
  return missingFields(documents, snapshot, inputs).map(({ message, severity, at }) => [
    message.replace(/ is empty;.*/, ""),
    severity,
    at.sheet,
  ]);
}

const customer = (row: Readonly<Record<string, string | number>>) => row["Customer ID"] === "C-001";
const reverse = (row: Readonly<Record<string, string | number>>) => row["Tax code"] === "RC";

it("asks nothing more of a book that says everything", () => {
  expect(missing().filter(([, severity]) => severity === "error")).toEqual([]);
});

it.each([
  ["Settings", withSettings({ "Company name": "" }), "Settings.Company name", "error"],
  ["Settings", withSettings({ "Company tax ID": "" }), "Settings.Company tax ID", "error"],
  ["Settings", withSettings({ "Company registration": "" }), "Settings.Company registration", "warning"],
  ["Customers", setting(customer, { "Address line 1": "" }), "Customers.Address line 1", "error"],
  ["Customers", setting(customer, { City: "" }), "Customers.City", "error"],
  [
    "Customers",
    setting((row) => row["Customer ID"] === "C-003", { "Tax ID": "" }),
    "Customers.Tax ID",
    "error",
  ],
  [
    "Tax codes",
    setting(reverse, { "Exemption reason": "", "Exemption code": "" }),
    "Tax codes.Exemption reason",
    "error",
  ],
] as const)("%s: an empty cell is said once, with its weight", (sheet, change, field, severity) => {
  expect(missing({ [sheet]: change }).filter(([name]) => name === field)).toEqual([[field, severity, sheet]]);
});

it.each([
  ["FR", "Customers.Registration", "warning"],
  ["IT", "Customers.Electronic address", "warning"],
  ["US", "Settings.Company region", "warning"],
])("a seller of %s is asked for what its country asks for", (country, field, severity) => {
  const changes = {
    Settings: withSettings({ "Company country": country, "Company region": "" }),
    Customers: setting(() => true, { Registration: "", "Electronic address": "" }),
  };
  expect(missing(changes)).toContainEqual(expect.arrayContaining([field, severity]));
});

it("asks nothing of sellers elsewhere", () => {
  expect(missing({ Settings: withSettings({ "Company country": "JP", "Company name": "" }) })).toEqual([]);
});

it("is said by a check, and by a run before documents get their numbers", () => {
  const snapshot = casesBook({ Settings: withSettings({ "Company name": "" }) });
  const period = { from: parseIsoDay("2026-10-01")!, to: parseIsoDay("2026-10-31")! };
  const { issues } = checkBook(snapshot, { period, asOf: undefined, giveNumbers: false });
  const said = issues.filter(({ code }) => code === "FIELD_MISSING" || code === "SELLER_INCOMPLETE");
  expect(said.map(({ code, at }) => [code, at.sheet])).toContainEqual(["FIELD_MISSING", "Settings"]);
});
