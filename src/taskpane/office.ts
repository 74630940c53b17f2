/** What Excel hands to a command; it waits until `completed` is called. */
export interface CommandEvent {
  completed(): void;
}

/** The part of office.js that the pane uses. */
export interface OfficeApi {
  onReady(): Promise<{ readonly host: string | null }>;
  readonly actions: { associate(name: string, command: (event: CommandEvent) => void): void };
  readonly addin: { showAsTaskpane(): Promise<void> };
}

/** Undefined in a plain browser where office.js is blocked; where it is not, it is there before this script runs. */
export function findOffice(): OfficeApi | undefined {
  return (globalThis as { readonly Office?: OfficeApi }).Office;
}
