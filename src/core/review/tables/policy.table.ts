import { choiceColumn, moneyColumn, required, textColumn } from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";

/** Who may do what; without it everyone may do everything. */
export const policyTable = defineTable({
  title: "Policy",
  synonyms: ["Approval policy", "Roles", "Authorities"],
  help: "Who may prepare, approve, issue and close, one row a person and role. Optional: without rows everyone may.",
  columns: {
    person: required(textColumn({ title: "Person", synonyms: ["Name", "Who"], help: "as in --by" })),
    role: required(
      choiceColumn({
        title: "Role",
        help: "what the person may do",
        choices: {
          preparer: "Preparer",
          approver: "Approver",
          issuer: "Issuer",
          closer: "Closer",
          all: "All",
        },
      }),
    ),
    limit: moneyColumn({
      title: "Limit",
      synonyms: ["Up to", "Approval limit"],
      help: "the highest total that the person may approve, whatever its sign; blank is none",
      min: "0",
    }),
    currency: textColumn({ title: "Currency", help: "of the limit and of the documents; blank is any" }),
  },
  examples: [],
});
export type PolicyRecord = RecordOf<(typeof policyTable)["columns"]>;
export type PolicyRole = PolicyRecord["role"];
