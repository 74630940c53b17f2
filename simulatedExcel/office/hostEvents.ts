type Deliver = (dispatchId: number, args: { readonly toArray: () => unknown }) => void;

/** One entry of a rich-API message, before it is packed. */
export interface HostMessage {
  readonly category: number;
  readonly type: number;
  readonly target: string;
  readonly body: unknown;
  readonly isRemote: boolean;
}

/** What happened to the workbook. */
export type ApiEvent = Omit<HostMessage, "category">;

const EVENT_CATEGORY = 65_536;
const RICH_API_MESSAGE = 33;
export const COMMAND_INVOKED = 39;

/** Who is told of what: the handlers that the library registered with the host. */
export class HostEvents {
  private readonly handlers = new Map<string, Deliver>();
  /** Events that the add-in asked for: `10:{sheet id}`. */
  private readonly wanted = new Set<string>();
  private lastId = 0;

  register(dispatchId: number, target: string, handler: Deliver): void {
    this.handlers.set(`${String(dispatchId)}:${target}`, handler);
  }

  unregister(dispatchId: number, target: string): void {
    this.handlers.delete(`${String(dispatchId)}:${target}`);
  }

  want(type: number, target: string, isWanted: boolean): void {
    const key = `${String(type)}:${target}`;
    if (isWanted) this.wanted.add(key);
    else this.wanted.delete(key);
  }

  /** Tells of those events that the add-in asked for. */
  send(events: readonly ApiEvent[]): void {
    const wanted = events.filter(({ type, target }) => this.wanted.has(`${String(type)}:${target}`));
    if (wanted.length > 0) this.post(wanted.map((event) => ({ category: EVENT_CATEGORY, ...event })));
  }

  /** @returns whether the library has asked for messages */
  post(messages: readonly HostMessage[]): boolean {
    const entries = messages.map(({ category, type, target, body, isRemote }) => [
      category,
      type,
      target,
      JSON.stringify(body),
      ++this.lastId,
      isRemote,
    ]);
    return this.deliver(RICH_API_MESSAGE, entries);
  }

  deliver(dispatchId: number, values: readonly unknown[]): boolean {
    const handler = [...this.handlers].find(([key]) => key.startsWith(`${String(dispatchId)}:`))?.[1];
    handler?.(dispatchId, { toArray: () => values });
    return handler !== undefined;
  }
}
