import type { OfficeApi } from "../office";
import type { HostFacts } from "../services/services";

/** Sets that the add-in asks for or gains from, with the highest version that is known. */
const sets = { ExcelApi: 20, SharedRuntime: 2, CustomFunctionsRuntime: 4 } as const;

/** "ExcelApi 1.17": the highest version of a set that the host has. */
function supported(requirements: { isSetSupported(name: string, version?: string): boolean }): string[] {
  return Object.entries(sets).flatMap(([name, highest]) => {
    for (let minor = highest; minor > 0; minor--) {
      const version = `1.${String(minor)}`;
      if (requirements.isSetSupported(name, version)) return [`${name} ${version}`];
    }
    return [];
  });
}

/** What runs the pane; in a plain browser, the browser itself. */
export function hostFacts(office: OfficeApi | undefined): HostFacts {
  const { diagnostics, requirements } = office?.context ?? {};
  return {
    host: diagnostics?.host ?? "Browser",
    platform: diagnostics?.platform ?? navigator.userAgent,
    version: diagnostics?.version ?? "",
    sets: requirements === undefined ? [] : supported(requirements),
  };
}
