export const pending: ReadonlySet<string> = new Set<string>([]);
