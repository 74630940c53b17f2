/** What Excel hands to a command; it waits until `completed` is called. */
export interface CommandEvent {
  completed(): void;
}

/** What office.js knows of its surroundings. Everything may be missing: Excel on the web has no theme. */
export interface OfficeContext {
  readonly officeTheme?: { readonly isDarkTheme?: boolean; readonly bodyBackgroundColor?: string };
  readonly displayLanguage?: string;
  readonly contentLanguage?: string;
  readonly diagnostics?: { readonly host?: string; readonly platform?: string; readonly version?: string };
  readonly requirements?: { isSetSupported(name: string, version?: string): boolean };
}

/** The part of office.js that the pane uses. */
export interface OfficeApi {
  onReady(): Promise<{ readonly host: string | null }>;
  readonly actions: { associate(name: string, command: (event: CommandEvent) => void): void };
  readonly addin: { showAsTaskpane(): Promise<void> };
  readonly context?: OfficeContext;
}

/** Undefined in a plain browser where office.js is blocked; where it is not, it is there before this script runs. */
export function findOffice(): OfficeApi | undefined {
  return (globalThis as unknown as { readonly Office?: OfficeApi }).Office;
}
