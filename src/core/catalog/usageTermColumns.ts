import { choiceColumn, decimalColumn, integerColumn, textColumn } from "../schema/column";
import { yesNo } from "./terms/parties";

/** Columns of Prices about the quantity that is priced: all optional, and absent they change nothing. */
export const usageTermColumns = {
  quantityFactor: decimalColumn({
    title: "Quantity factor",
    help: "the metered quantity is multiplied by it before pricing; default 1",
  }),
  quantityStep: decimalColumn({
    title: "Quantity step",
    help: "the quantity is rounded to a multiple of it; default 1",
  }),
  quantityRounding: choiceColumn({
    title: "Quantity rounding",
    help: "how the quantity is rounded to the step; default None",
    choices: { none: "None", up: "Up", down: "Down", nearest: "Nearest" },
  }),
  includedReset: choiceColumn({
    title: "Included reset",
    help: "Day: the included quantity is that of every day, and nothing carries over; default Period",
    choices: { period: "Period", day: "Day" },
  }),
  includedEvents: integerColumn({
    title: "Included events",
    help: "with Rate per = Event: so many events of a period are free, the first ones",
    min: 0,
    max: 1_000_000_000,
  }),
  includedAmount: decimalColumn({
    title: "Included amount",
    help: "with Rate per = Event: the first so much of what the events add up to is free",
    min: "0",
  }),
  rolloverPeriods: integerColumn({
    title: "Rollover periods",
    help: "unused included units move on for so many periods; default 0",
    min: 0,
    max: 120,
  }),
  rolloverMaximum: decimalColumn({
    title: "Rollover maximum",
    help: "the most units that move on; blank for all",
    min: "0",
  }),
  tierBound: choiceColumn({
    title: "Tier bound",
    help: "Exclusive: the bound of a tier belongs to the next one; default Inclusive",
    choices: { inclusive: "Inclusive", exclusive: "Exclusive" },
  }),
  evidenceRequired: choiceColumn({
    title: "Evidence required",
    help: "Yes: a milestone or result without its Evidence waits; default No",
    choices: yesNo,
  }),
  refundScale: textColumn({
    title: "Refund scale",
    help: "bills Placements on Pay and gives a share back of those that end within so many days: 30: 1; 60: 0.5",
  }),
  ofProduct: textColumn({
    title: "Of product",
    help: "of a service credit: the product whose bill it takes a share of",
  }),
  condition: textColumn({
    title: "Condition",
    help: "Region = EU; To = 49*: a usage row takes the price whose parts all hold, the one with most parts first",
  }),
} as const;
