import { endingTerms, type EndingTerm } from "../rating/terms/renewals";
import { dayColumn, idColumn, moneyColumn, textColumn } from "../schema/column";
import { defineTable } from "../schema/table";
import { defineOutputSheet } from "./outputSheet";
import { amountStyle } from "./styles";
import { dayCell, textCell } from "./tableSheet";

const renewalsTable = defineTable({
  title: "Renewals",
  synonyms: [],
  help: "Contracts whose notice or end is within 120 days of the run's day.",
  columns: {
    contractId: idColumn({ title: "Contract ID", help: "the contract" }),
    customerId: idColumn({ title: "Customer ID", help: "its customer" }),
    endDate: dayColumn({ title: "End date", help: "the last day of its term" }),
    noticeBy: dayColumn({ title: "Notice by", help: "End date less the days of notice" }),
    renewal: textColumn({ title: "Renewal", help: "Auto or None" }),
    renewedTo: dayColumn({ title: "Renewed to", help: "the last day of the term that follows" }),
    value: moneyColumn({ title: "Value", help: "the fixed fees of that term, at the prices then" }),
  },
  examples: [],
});

export const renewalsSheet = defineOutputSheet({
  table: renewalsTable,
  written: "with rows",
  tabColor: "2E7D32",
  rows: ({ catalog, asOf, settings }) => endingTerms(catalog.contracts, asOf, settings.prorationBasis),
  columns: {
    contractId: { width: 14, cell: ({ contract }: EndingTerm) => textCell(contract.contractId) },
    customerId: { width: 12, cell: ({ contract }) => textCell(contract.customer.customerId) },
    endDate: { width: 11, cell: ({ endDate }) => dayCell(endDate) },
    noticeBy: { width: 11, cell: ({ noticeBy }) => dayCell(noticeBy) },
    renewal: { width: 10, cell: ({ renewal }) => textCell(renewal.isAuto ? "Auto" : "None") },
    renewedTo: { width: 11, cell: ({ renewedTo }) => dayCell(renewedTo) },
    value: {
      width: 14,
      cell: ({ value, contract }) => (value ? { value, style: amountStyle(contract.currency) } : null),
    },
  },
});
