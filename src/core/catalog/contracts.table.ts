import {
  choiceColumn,
  dayColumn,
  idColumn,
  integerColumn,
  moneyColumn,
  percentColumn,
  required,
  taxRateColumn,
  textColumn,
} from "../schema/column";
import { refusesCertainParts } from "../schema/refusals";
import { defineTable, type RecordOf } from "../schema/table";
import { headersOf, isTaxPercent, nameBesideId } from "./everydayHeaders";
import { headers } from "./synonyms";

/** In French, Spanish, Italian and Dutch. */
const elsewhere = {
  monthly: ["Mensuel", "Mensuelle", "Mensual", "Mensile", "Maandelijks", "Per maand"],
  quarterly: ["Trimestriel", "Trimestrielle", "Trimestral", "Trimestrale", "Per kwartaal"],
  semiannual: ["Semestriel", "Semestrielle", "Semestral", "Semestrale", "Halfjaarlijks"],
  annual: ["Annuel", "Annuelle", "Anual", "Annuale", "Jaarlijks", "Per jaar"],
} as const;

export const contractsTable = defineTable({
  title: "Contracts",
  synonyms: [
    ...[
      "Agreements",
      "Subscriptions",
      "Verträge",
      "Contract register",
      "Contract list",
      "Vertragsliste",
      "Contrats",
      "Abonnements",
    ],
    ...["Contratos", "Contratti", "Contracten"],
  ],
  help: "Who has agreed to what, from when to when, and how often it is billed.",
  columns: {
    contractId: required(
      idColumn({
        title: "Contract ID",
        ...headersOf("contractId"),
        help: "the contract's id, as in Prices and Usage; without this column the customer's id",
        elseField: "customerId",
      }),
    ),
    customerId: required(
      idColumn({
        title: "Customer ID",
        ...headersOf("customerId"),
        help: "the customer's id",
      }),
    ),
    customerName: textColumn({
      title: "Customer name",
      ...headersOf("customerName"),
      secondChoices: nameBesideId,
      help: "used without a Customers table",
    }),
    startDate: required(
      dayColumn({ title: "Start date", ...headersOf("start"), help: "the first day of service" }),
    ),
    endDate: dayColumn({
      title: "End date",
      ...headersOf("end"),
      help: "the last day of service; blank is open",
    }),
    currency: textColumn({ title: "Currency", ...headersOf("currency"), help: "ISO 4217 code" }),
    billingFrequency: choiceColumn({
      title: "Billing frequency",
      ...headersOf("frequency"),
      help: "how long a billing period is; default Monthly",
      choices: {
        monthly: ["Monthly", "Month", "1 month", "Per month", "Monatlich", ...elsewhere.monthly],
        quarterly: [
          "Quarterly",
          "Quarter",
          "3 months",
          "Per quarter",
          "Vierteljährlich",
          "Quartalsweise",
          ...elsewhere.quarterly,
        ],
        semiannual: [
          "Semiannual",
          "Half-yearly",
          "Semi annually",
          "Semiannually",
          "6 months",
          "Halbjährlich",
          ...elsewhere.semiannual,
        ],
        annual: [
          "Annual",
          "Yearly",
          "Annually",
          "Year",
          "12 months",
          "Per year",
          "Per annum",
          "p.a.",
          "Jährlich",
          ...elsewhere.annual,
        ],
        one_time: ["One-time", "Once", "One off", "Einmalig"],
      },
    }),
    anchorDay: integerColumn({
      title: "Anchor day",
      synonyms: ["Billing day", "Bill day", "Anchor", "Billing cycle day"],
      help: "the day of the month on which a period begins; default 1, and 31 means the month's last",
      min: 1,
      max: 31,
    }),
    paymentTerms: textColumn({ title: "Payment terms", ...headersOf("terms"), help: "e.g. Net 30" }),
    taxCode: idColumn({
      title: "Tax code",
      synonyms: headers.taxCode,
      help: "used where the price names none",
    }),
    minimumCommitment: moneyColumn({
      title: "Minimum commitment",
      ...headersOf("commitment"),
      help: "the least that all prices together bill in a commitment period, before tax",
      takesPer: "time",
      refuses: refusesCertainParts,
      min: "0",
    }),
    commitmentPeriod: choiceColumn({
      title: "Commitment period",
      synonyms: ["Commit period"],
      help: "the period of the minimum commitment; default Billing period",
      choices: { billing_period: "Billing period", contract_year: ["Contract year", "Year", "Annual"] },
    }),
    plan: textColumn({
      title: "Plan",
      ...headersOf("plan"),
      help: "the plan whose prices apply; a change of plan is a second row with its own dates",
    }),
    discount: percentColumn({
      title: "Discount %",
      orNone: ", or 0 for none: an empty cell takes that of the customer",
      ...headersOf("discount"),
      help: "used where the price names none; 12 or 12 % takes 12 percent off",
    }),
    retention: percentColumn({
      title: "Retention %",
      help: "kept back of fixed and usage lines, after discounts and caps, until the release",
    }),
    retentionRelease: dayColumn({
      title: "Retention release",
      help: "the run that holds the day bills all that was kept back",
    }),
    notToExceed: moneyColumn({
      title: "Not to exceed",
      synonyms: ["NTE", "Contract cap"],
      help: "the most that its fixed and usage lines bill in all its life, after discounts",
      min: "0",
    }),
    setupFee: moneyColumn({
      title: "Setup fee",
      synonyms: headers.setupFee,
      help: "charged once, by the run that holds the start",
      refuses: refusesCertainParts,
      min: "0",
    }),
    freeUntil: dayColumn({
      title: "Free until",
      ...headersOf("freeUntil"),
      help: "the last day for which nothing is charged",
    }),
    taxRate: taxRateColumn({
      title: "Tax %",
      orNone: ", or 0 for no tax: an empty cell takes that of the customer",
      ...headersOf("taxRate"),
      isHeader: isTaxPercent,
      help: "tax without a table of codes: 0.19, 19 % and 19 are the same",
    }),
    poNumber: idColumn({
      title: "PO number",
      synonyms: ["PO", "Purchase order"],
      help: "the customer's order number",
    }),
    renewal: choiceColumn({
      title: "Renewal",
      synonyms: ["Auto renewal", "Auto-renew"],
      help: "Auto goes on past the End date, term after term; default None",
      choices: { none: ["None", "No"], auto: ["Auto", "Automatic", "Yes"] },
    }),
    renewalTerm: integerColumn({
      title: "Renewal term",
      help: "months of a term; default 12",
      min: 1,
      max: 600,
    }),
    notice: integerColumn({
      title: "Notice",
      synonyms: ["Notice period", "Notice days"],
      help: "days before the End date by which notice must be given; default 0",
      min: 0,
      max: 3660,
    }),
    status: choiceColumn({
      title: "Status",
      synonyms: ["Contract status", "State"],
      help: "only active contracts are billed, an ended one up to its end date, a draft never; default Active",
      choices: {
        draft: ["Draft", "Entwurf"],
        active: ["Active", "Live", "Signed"],
        suspended: ["Suspended", "Paused", "On hold"],
        ended: ["Ended", "Terminated", "Cancelled", "Canceled", "Expired"],
      },
    }),
  },
  examples: [
    {
      contractId: "CT-1001",
      customerId: "C-001",
      startDate: "2026-01-01",
      currency: "GBP",
      billingFrequency: "Monthly",
      paymentTerms: "Net 30",
      taxCode: "STD",
      minimumCommitment: 500,
      commitmentPeriod: "Billing period",
      status: "Active",
    },
    {
      contractId: "CT-1002",
      customerId: "C-002",
      startDate: "2026-10-12",
      currency: "EUR",
      billingFrequency: "Quarterly",
      anchorDay: 1,
      paymentTerms: "2/10 Net 30",
      taxCode: "RC",
      status: "Active",
    },
  ],
});
export type ContractRecord = RecordOf<(typeof contractsTable)["columns"]>;
