import { cellAddress } from "../grid/grid";
import type { Issue } from "../issues/issue";
import { sortIssues } from "../issues/sortIssues";
import { idColumn, moneyColumn, textColumn } from "../schema/column";
import { defineTable } from "../schema/table";
import { defineOutputSheet } from "./outputSheet";
import { amountStyle } from "./styles";
import { linkTo, textCell } from "./tableSheet";

const issuesTable = defineTable({
  title: "Issues",
  synonyms: [],
  help: "Everything found on the way, errors first.",
  columns: {
    code: textColumn({ title: "Code", help: "what is the matter; see the page Issues" }),
    severity: textColumn({ title: "Severity", help: "error, warning or info" }),
    sheet: textColumn({ title: "Sheet", help: "where it is" }),
    cell: textColumn({ title: "Cell", help: "a link to the cell" }),
    value: textColumn({ title: "Value", help: "what was found there" }),
    message: textColumn({ title: "Message", help: "what is wrong and what would be right" }),
    stake: moneyColumn({ title: "Amount at stake", help: "the money concerned, where it can be known" }),
    heldInvoice: idColumn({ title: "Held invoice", help: "contracts whose invoice waits for it" }),
  },
  examples: [],
});

export const issuesSheet = defineOutputSheet({
  table: issuesTable,
  written: "always",
  tabColor: "C55A11",
  rows: ({ issues }) => sortIssues(issues),
  columns: {
    code: { width: 24, cell: ({ code }: Issue) => textCell(code) },
    severity: { width: 10, cell: ({ severity }) => textCell(severity) },
    sheet: { width: 14, cell: ({ at }) => textCell(at.sheet) },
    cell: { width: 9, cell: ({ at }) => ({ value: cellAddress(at), ...linkTo(at) }) },
    value: { width: 20, cell: ({ value }) => textCell(value) },
    message: { width: 80, cell: ({ message }) => textCell(message) },
    stake: {
      width: 14,
      cell: ({ stake }) => (stake ? { value: stake.amount, style: amountStyle(stake.currency) } : null),
    },
    heldInvoice: { width: 20, cell: ({ holds }) => textCell(holds.join(", ")) },
  },
});
