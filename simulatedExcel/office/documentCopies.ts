/** Calls of the common API by which Office.js takes a copy of the document in slices. */
const GET_COPY = 77;
const GET_SLICE = 80;
const RELEASE_COPY = 81;

/** Excel gives no more than two copies at once. */
const MOST_COPIES = 2;
/** The library's code for a call that the host refuses. */
const REFUSED = 5001;

/** Copies of the document that the add-in has open: each is the file as it was when it was asked for. */
export class DocumentCopies {
  private readonly open = new Map<number, Uint8Array>();
  private lastHandle = 0;

  constructor(private readonly write: () => Promise<Uint8Array>) {}

  /** The answer to a call about copies; undefined for any other call. */
  answer(call: number, parameters: readonly unknown[]): Promise<unknown> | undefined {
    switch (call) {
      case GET_COPY:
        return this.copy();
      case GET_SLICE:
        return Promise.resolve(
          this.slice(Number(parameters[0]), Number(parameters[1]), Number(parameters[2])),
        );
      case RELEASE_COPY:
        this.open.delete(Number(parameters[0]));
        return Promise.resolve({ toArray: () => [0] });
      default:
        return undefined;
    }
  }

  private async copy(): Promise<unknown> {
    if (this.open.size >= MOST_COPIES) return REFUSED;
    const bytes = await this.write();
    const handle = ++this.lastHandle;
    this.open.set(handle, bytes);
    return { toArray: () => [0, [handle, bytes.length]] };
  }

  private slice(handle: number, offset: number, size: number): unknown {
    const bytes = this.open.get(handle);
    if (!bytes) return REFUSED;
    const slice = Array.from(bytes.subarray(offset, offset + size));
    return { toArray: () => [0, [{ toArray: () => slice, dimensions: () => 1 }, slice.length]] };
  }
}
