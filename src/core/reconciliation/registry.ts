import { billedPeriods } from "./checks/billedPeriods";
import { cash } from "./checks/cash";
import { creditsWithoutReason } from "./checks/creditsWithoutReason";
import { currencies } from "./checks/currencies";
import { duplicateInvoices } from "./checks/duplicateInvoices";
import { duplicateNumbers } from "./checks/duplicateNumbers";
import { expiredContracts } from "./checks/expiredContracts";
import { invoicesWithoutContract } from "./checks/invoicesWithoutContract";
import { lateBilled } from "./checks/lateBilled";
import { numberGaps } from "./checks/numberGaps";
import { overCredited } from "./checks/overCredited";
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
  creditsWithoutReason,
  overCredited,
  numberGaps,
  cash,
] as const;
