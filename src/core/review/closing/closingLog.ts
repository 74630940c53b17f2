import type { ChainRow } from "../log/chainRows";

const USAGE = "usage ";
const REASON = "reason: ";

/** What a closing leaves in Parameters of its row of the Run log: the hash of the usage, or why it was opened again. */
export function closingParameters(action: "close" | "reopen", usageHash: string, reason: string): string {
  return action === "close" ? `${USAGE}${usageHash}` : `${REASON}${reason.replace(/\s+/g, " ")}`;
}

/** The hash of the usage that a row of the Run log says was closed. */
export function loggedUsageOf({ texts }: ChainRow): string {
  const parameters = texts.get("parameters") ?? "";
  return parameters.startsWith(USAGE) ? parameters.slice(USAGE.length) : "";
}
