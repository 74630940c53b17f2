/** Exit statuses of every command. */
export const exitStatus = {
  /** Done, and nothing is wrong at error level. */
  done: 0,
  /** Done, but some invoices are held or a check failed. */
  attention: 1,
  /** Wrong arguments, a file that cannot be read or written, or a fault of the program; no workbook was written. */
  refused: 2,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** A command that cannot be carried out; the message is one line for the user. */
export class CommandFailure extends Error {}
