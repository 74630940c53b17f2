import { userInfo } from "node:os";

/** Who runs the command, for the run log. A user whom the system does not list, as in a container, is named by number. */
export function userName(): string {
  if (process.env.RATEBOOK_USER) return process.env.RATEBOOK_USER;
  try {
    return userInfo().username;
  } catch {
    return `user ${String(process.getuid?.() ?? "unknown")}`;
  }
}
