import { reviewFinding } from "../../finding";
import { momentText } from "../../../schema/valueText";
import { sealsTable } from "../../tables/seals.table";
import { lastSealing } from "../history";
import type { DocumentCheck } from "../check";

/** Somebody accepted that inputs have changed: by whom, when and why. */
export const accepted: DocumentCheck = (document, { historyOf }) => {
  const last = lastSealing(historyOf(document));
  if (last?.action !== "accept") return [];
  const { who = "", when, comment = "" } = last;
  const invoice = document.invoiceNumber;
  return [
    reviewFinding("ACCEPTED", {
      invoice,
      table: "Approvals",
      key: last.runId,
      found: comment,
      message: `${who} accepted changed inputs on ${momentText(when)}: ${comment}`,
    }),
  ];
};

/** Personal cells of this copy were taken out, so that their hashes cannot be checked. */
export const redacted: DocumentCheck = (document, { sealOf }) =>
  sealOf(document).isRedacted
    ? [
        reviewFinding("REDACTED", {
          invoice: document.invoiceNumber,
          table: sealsTable.title,
          key: document.invoiceNumber,
        }),
      ]
    : [];
