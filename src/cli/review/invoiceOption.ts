import { Option } from "commander";

/** Documents by their numbers or keys. */
export const invoiceOption = (help: string) => new Option("--invoice <number...>", help);
