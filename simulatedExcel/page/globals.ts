export type Globals = Record<string, unknown>;

/** The globals of the realm that the tests run in. */
export const realm = globalThis as unknown as Globals;

let isTaken = false;

/** The realm's globals as they were, to be put back; one Excel at a time. */
export class BorrowedGlobals {
  private readonly before: readonly string[];
  private readonly shadowed = new Map<string, unknown>();
  private isOver = false;

  /** @param replaced names that the library overwrites and that are put back */
  constructor(replaced: readonly string[]) {
    if (isTaken) throw new Error("Close the Office host that is open: a realm has one Excel.");
    isTaken = true;
    this.before = Object.getOwnPropertyNames(realm);
    for (const name of replaced) if (name in realm) this.shadowed.set(name, realm[name]);
  }

  define(globals: Globals): void {
    for (const [name, value] of Object.entries(globals)) {
      if (name in realm && !this.shadowed.has(name)) this.shadowed.set(name, realm[name]);
      set(name, value);
    }
  }

  get areGivenBack(): boolean {
    return this.isOver;
  }

  giveBack(): void {
    if (this.isOver) return;
    this.isOver = true;
    isTaken = false;
    for (const name of Object.getOwnPropertyNames(realm)) {
      if (!this.before.includes(name)) Reflect.deleteProperty(realm, name);
    }
    for (const [name, value] of this.shadowed) set(name, value);
  }
}

function set(name: string, value: unknown): void {
  Object.defineProperty(realm, name, { value, configurable: true, writable: true, enumerable: false });
}
