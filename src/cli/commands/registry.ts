import { actCommands } from "./act";
import { agingCommand } from "./aging";
import { billCommand } from "./bill";
import { checkCommand } from "./check";
import { closeCommand } from "./close";
import { creditCommand } from "./credit";
import { diffCommand } from "./diff";
import { eraseCommand } from "./erase";
import { evidenceCommand } from "./evidence";
import { documentsCommand } from "./documents";
import { eInvoiceCommand } from "./eInvoice";
import { explainCommand } from "./explain";
import { exportCommand } from "./export";
import { importCommand } from "./import";
import { paymentsCommand } from "./payments";
import { personalCommand } from "./personal";
import { reconcileCommand } from "./reconcile";
import { freezeCommand } from "./freeze";
import { kpisCommand } from "./kpis";
import { redactCommand } from "./redact";
import { remindCommand } from "./remind";
import { scanCommand } from "./scan";
import { statementCommand } from "./statement";
import { templateCommand } from "./template";
import { tieOutCommand } from "./tieOut";
import { verifyCommand } from "./verify";
import { whatIfCommand } from "./whatif";

/** Every command, in the order of the help. */
export const commands = [
  billCommand,
  checkCommand,
  reconcileCommand,
  explainCommand,
  verifyCommand,
  ...actCommands,
  closeCommand,
  evidenceCommand,
  diffCommand,
  whatIfCommand,
  paymentsCommand,
  creditCommand,
  agingCommand,
  statementCommand,
  remindCommand,
  kpisCommand,
  exportCommand,
  importCommand,
  tieOutCommand,
  documentsCommand,
  eInvoiceCommand,
  scanCommand,
  redactCommand,
  personalCommand,
  eraseCommand,
  freezeCommand,
  templateCommand,
] as const;
