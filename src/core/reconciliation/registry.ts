import { billedPeriods } from "./checks/billedPeriods";
import {
  credits,
  currencies,
  duplicateInvoices,
  duplicateNumbers,
  expiredContracts,
  invoicesWithoutContract,
  numberGaps,
} from "./checks/documents";
import { lateBilled } from "./checks/lateBilled";
import { usageRows } from "./checks/usageRows";

export const checks = [
  billedPeriods,
  lateBilled,
  usageRows,
  duplicateInvoices,
  duplicateNumbers,
  invoicesWithoutContract,
  expiredContracts,
  currencies,
  credits,
  numberGaps,
] as const;
