import { writeFileSync } from "node:fs";
import { caseBytes, type CaseInput } from "./caseBook";
import * as books from "./newBooks";
import { billOf, reheaded, models, type Sheets } from "./tradeBook";
import { cellAddress } from "../../src/core/api";
const { forwarder, software, rental, eau, coldStore } = books;
const cured: Record<string, Sheets> = {
  forwarder: { "Contracts Clients": forwarder.Clients!, "Tariff 2026": reheaded(forwarder["Tariff 2026"]!, {}, "Pricing model", models(...Array(11).fill("per_unit") as string[])), "Usage Shipments Oct 2026": reheaded(forwarder["Shipments Oct 2026"]!, {}) },
  software: { Subscriptions: reheaded(software.Subscriptions!, { Company: "Customer" }), "Price list": software["Price list"]!, "API usage": reheaded(software["API usage"]!, { Calls: "Quantity" }) },
  rental: { "Contracts Mietverträge": rental["Mietverträge"]!, "Usage Einsatztage Oktober": reheaded(rental["Einsatztage Oktober"]!, { Tage: "Menge" }) },
  eau: { Contrats: eau.Abonnés!, Tarifs: eau.Tarifs!, "Usage Relevés octobre 2026": eau["Relevés octobre 2026"]! },
  coldStore: { Contracts: coldStore.Customers!, Rates: coldStore.Rates!, "October usage": reheaded(coldStore["October usage"]!, { "Week ending": "Date" }) },
};
const show = async (name: string, sheets: Sheets) => {
  writeFileSync(`/tmp/reading/${name}.xlsx`, await caseBytes({ sheets } as CaseInput));
  try {
  const { owed, issues } = await billOf(sheets);
  console.log(name + "\n" + JSON.stringify(owed) + "\n" + issues.map(({ severity, code, at, message, value, holds }) => `${severity} ${code} ${at.sheet}!${cellAddress(at)} [${value}] ${message} {${holds.join()}}`).join("\n"));
  } catch (e) { console.log(name, String(e)); }
};
test.each(Object.entries(books as Record<string, Sheets>))("%s", async (name, sheets) => show(name, sheets));
test.each(Object.entries(cured))("cured %s", async (name, sheets) => show("cured-"+name, sheets));
