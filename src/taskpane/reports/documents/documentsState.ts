import { oncePerPane, type Pane } from "../../hooks/context";
import { askedView, type AskedView } from "../../run/asked";
import { settle } from "../../state/failure";
import { createStore, type Store } from "../../state/store";
import type { DocumentsRequest, DocumentsView, FontFiles, MadeDocument } from "./view";

/** How far the making of files is; undefined while none is under way. */
export interface Making {
  readonly done: number;
  readonly of: number;
  readonly isCancelled: boolean;
}

export interface Documents {
  readonly asked: AskedView<DocumentsView>;
  readonly request: Store<DocumentsRequest, Partial<DocumentsRequest>>;
  readonly making: Store<Making | undefined, Making | undefined>;
  readonly load: () => Promise<boolean>;
  readonly cancel: () => void;
  /** Makes the files that were shown: each, or all in one. Undefined where it was cancelled or failed. */
  readonly make: (isApart: boolean, archive: string) => Promise<readonly MadeDocument[] | undefined>;
}

const nothingAsked: DocumentsRequest = {
  profile: "",
  asOf: "",
  language: "",
  invoices: "",
  drafts: false,
};
/** Files that are made at once, between two looks at Cancel. */
const PART = 10;

async function fontFile(name: string): Promise<Uint8Array> {
  const response = await fetch(`fonts/${name}.ttf`);
  if (!response.ok) throw new Error(`The font of PDFs is not there: ${String(response.status)}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The fonts, fetched when the first file is made. */
async function fetchFonts(): Promise<FontFiles> {
  const [regular, bold] = await Promise.all([fontFile("regular"), fontFile("bold")]);
  return { regular, bold };
}

function createDocuments(pane: Pane): Documents {
  const { session } = pane.services;
  const asked = askedView<DocumentsView>(pane);
  const making = createStore<Making | undefined, Making | undefined>((_, next) => next, undefined);
  const request = createStore<DocumentsRequest, Partial<DocumentsRequest>>(
    (state, change) => ({ ...state, ...change }),
    nothingAsked,
  );
  let fonts: FontFiles | undefined;

  async function makeAll(wanted: DocumentsRequest, count: number): Promise<MadeDocument[] | undefined> {
    fonts ??= await fetchFonts();
    const files: MadeDocument[] = [];
    for (let from = 0; from < count; from += PART) {
      if (making.get()?.isCancelled !== false) return undefined;
      const part = await session.ask("documents", "make", wanted, from, from + PART, fonts);
      files.push(...part.files);
      const done = Math.min(from + PART, count);
      making.dispatch({ done, of: count, isCancelled: making.get()?.isCancelled === true });
    }
    return making.get()?.isCancelled === true ? undefined : files;
  }

  return {
    asked,
    request,
    making,
    load: () => asked.load(() => session.ask("documents", "preview", request.get())),
    cancel: () => {
      const now = making.get();
      if (now) making.dispatch({ ...now, isCancelled: true });
    },
    make: async (isApart, archive) => {
      const wanted = request.get();
      const count = asked.store.get().view?.files.length ?? 0;
      making.dispatch({ done: 0, of: count, isCancelled: false });
      const made = await settle(makeAll(wanted, count));
      const files = made.ok ? made.value : undefined;
      const [only] = files ?? [];
      if (!made.ok) pane.report(made.failure);
      const whole =
        files === undefined || isApart || (files.length === 1 && only)
          ? undefined
          : await settle(session.ask("documents", "archive", wanted, files));
      making.dispatch(undefined);
      if (whole === undefined) return files;
      if (whole.ok) return [{ name: `${archive}.zip`, bytes: whole.value }];
      pane.report(whole.failure);
      return undefined;
    },
  };
}

/** The documents that are made in a pane: they go on while other reports are shown. */
export const documentsOf = oncePerPane(createDocuments);
