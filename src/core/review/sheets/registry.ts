import { approvalsSheet } from "./approvals.sheet";
import { closedPeriodsSheet } from "./closedPeriods.sheet";
import { errorRegisterSheet } from "./errorRegister.sheet";
import { sealsSheet } from "./seals.sheet";

/** Every table that acts of review write: known as ours where a workbook holds it. */
export const approvalTables = [approvalsSheet, sealsSheet, errorRegisterSheet, closedPeriodsSheet].map(
  ({ table }) => table,
);
