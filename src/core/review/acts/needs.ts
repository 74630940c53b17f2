import { nameKey } from "../../base/name";
import { totalOf } from "../../invoicing/customerChanges";
import { formatMoney } from "../../money/format";
import { isFailure } from "../finding";
import { notNamedAs } from "../policy";
import type { PolicyRole } from "../tables/policy.table";
import type { Need } from "./need";
import { refusal } from "./refusal";

const isSamePerson = (a: string | undefined, b: string): boolean =>
  a !== undefined && a !== "" && nameKey(a) === nameKey(b);

/** The number is on one document alone. */
export const uniqueNumber: Need = ({ document, isNumberTaken }) =>
  isNumberTaken
    ? refusal("DUPLICATE_NUMBER", `${document.invoiceNumber} stands on several documents`)
    : undefined;

/** Acts and runs led to where it is. */
export const asLogged: Need = ({ typed }) => {
  const finding = typed();
  return finding
    ? refusal(
        "WRONG_STATE",
        `its Status was typed: it is ${finding.found}, and the log says ${finding.expected}; set it back first`,
        [finding],
      )
    : undefined;
};

/** Nobody gave numbers in another copy that was merged into this one. */
export const inOneCopy: Need = (_facts, { isMerged }) =>
  isMerged
    ? refusal(
        "DUPLICATE_NUMBER",
        "copies were merged; no number is given until verify finds no fork and no number twice",
      )
    : undefined;

/** The Policy gives the person the role. */
export const hasRole =
  (role: PolicyRole): Need =>
  (_facts, { by, policy }) =>
    policy.hasRole(by, role) ? undefined : refusal("NOT_ALLOWED", notNamedAs(by, role));

/** Somebody else than who prepared or submitted it. */
export const othersWork: Need = ({ document, submitter }, { by }) => {
  if (isSamePerson(document.preparedBy, by)) return refusal("OWN_WORK", `${by} prepared it`);
  return isSamePerson(submitter, by) ? refusal("OWN_WORK", `${by} submitted it`) : undefined;
};

/** The total is within the person's limit. */
export const withinLimit: Need = ({ document }, { by, policy }) => {
  const { currency = "" } = document;
  const total = totalOf(document);
  return policy.isWithinLimit(by, "approver", total, currency)
    ? undefined
    : refusal("OVER_LIMIT", `${currency} ${formatMoney(total, currency)} is above the limit of ${by}`);
};

/** Computed again from today's inputs it is the same document. */
export const recomputes: Need = ({ computed }) => {
  const { findings } = computed();
  return findings.length === 0
    ? undefined
    : refusal("NOT_VERIFIED", "computed again from today's inputs it is another document", findings);
};

/** What was approved is as it was; one approved by hand is taken where there is no Policy. */
export const sealHolds: Need = ({ document, seal }, { policy }) => {
  if (document.status !== "approved") return undefined;
  const { isSealed, broken, document: cells, inputs } = seal();
  if (!isSealed) {
    return policy.isSet
      ? refusal("NOT_SEALED", "it was approved by hand; with a Policy it has no seal")
      : undefined;
  }
  const findings = [...broken, ...cells, ...inputs];
  return findings.length === 0
    ? undefined
    : refusal("SEAL_LAPSED", "what was approved has changed since; the next run makes it a draft", findings);
};

/** A draft can be issued as it is only where nobody has to approve it. */
export const approvedIfNeeded: Need = ({ document }, { policy }) =>
  document.status !== "approved" && policy.needsApproval(totalOf(document))
    ? refusal("NEEDS_APPROVAL", "it has to be approved first")
    : undefined;

/** Nothing was paid, credited or written off. */
export const unpaid: Need = ({ hasPayments }) =>
  hasPayments()
    ? refusal("HAS_PAYMENTS", "payments or credits stand against it; take them back first")
    : undefined;

/** Its period is open. */
export const inOpenPeriod: Need = ({ closedPeriod }) => {
  const period = closedPeriod();
  return period === undefined
    ? undefined
    : refusal(
        "PERIOD_CLOSED",
        `${period} is closed; reopen it with a reason first, or correct by a credit note`,
      );
};

/** The document is as it was sealed, and its inputs are not. */
export const onlyInputsChanged: Need = ({ seal }) => {
  const { isSealed, broken, document, inputs } = seal();
  if (!isSealed) return refusal("NOT_SEALED", "it has no seal whose inputs could have changed");
  const failures = [...broken, ...document.filter(isFailure)];
  if (failures.length > 0)
    return refusal("NOT_VERIFIED", "the document itself is not as it was sealed", failures);
  return inputs.length === 0 ? refusal("WRONG_STATE", "its inputs are as they were sealed") : undefined;
};
