import { actCommands } from "./act";
import { agingCommand } from "./aging";
import { billCommand } from "./bill";
import { checkCommand } from "./check";
import { creditCommand } from "./credit";
import { explainCommand } from "./explain";
import { exportCommand } from "./export";
import { paymentsCommand } from "./payments";
import { reconcileCommand } from "./reconcile";
import { kpisCommand } from "./kpis";
import { remindCommand } from "./remind";
import { statementCommand } from "./statement";
import { templateCommand } from "./template";
import { verifyCommand } from "./verify";

/** Every command, in the order of the help. */
export const commands = [
  billCommand,
  checkCommand,
  reconcileCommand,
  explainCommand,
  verifyCommand,
  ...actCommands,
  paymentsCommand,
  creditCommand,
  agingCommand,
  statementCommand,
  remindCommand,
  kpisCommand,
  exportCommand,
  templateCommand,
] as const;
