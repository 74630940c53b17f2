const MOST_PLACES = 8;
/** How engines write a place in the program: "  at name (file:1:2)" or "name@file:1:2". */
const PLACE = /^\s*at |@.*:\d+/;

/** The lines of a stack behind the message, which can run over several lines and look like places itself. */
function linesOf({ stack = "", message }: Error): string[] {
  const start = stack.indexOf(message);
  return (start < 0 ? stack : stack.slice(start + message.length)).split("\n");
}

/** A fault of the program for "Copy details": its kind and its places. Its message could quote a cell and stays out. */
export function faultDetails(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const stackLines = linesOf(fault).filter((line) => PLACE.test(line));
  return [fault.name, ...stackLines.slice(0, MOST_PLACES)].join("\n");
}
