import { idColumn, textColumn } from "../../schema/column";
import { headersOf } from "../everydayHeaders";

/** Whom a row of terms is for: one of these is filled. */
export const contractColumn = idColumn({
  title: "Contract ID",
  ...headersOf("contractId"),
  help: "the contract that it is for",
});

export const customerColumn = idColumn({
  title: "Customer ID",
  ...headersOf("customerId"),
  help: "the customer that it is for, where no contract is named",
});

export const planColumn = textColumn({
  title: "Plan",
  ...headersOf("plan"),
  help: "the plan whose contracts it is for",
});

export const productsColumn = textColumn({
  title: "Products",
  synonyms: ["Product", "Produkte", "Applies to"],
  help: "the products that it is for, between semicolons; blank for all",
});

/** Yes and No, as people write them. */
export const yesNo = { yes: ["Yes", "TRUE", "Ja"], no: ["No", "FALSE", "Nein"] } as const;
