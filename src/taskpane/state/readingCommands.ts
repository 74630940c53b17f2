import type { Services } from "../services/services";
import type { RunChoice } from "../session/views";
import type { Bill } from "./bill";
import { bookOf, restingOf } from "./billState";
import { settle } from "./failure";
import type { RunJob } from "./jobRunner";
import { readAndOpen, readIfEdited } from "./readAndOpen";
import { timed } from "./timing";

type ReadingCommands = Pick<Bill, "open" | "useFiles" | "refresh" | "check" | "preview" | "map">;

/** What the engine works out for a preview, and then what is shown of it. */
async function previewIn({ session }: Services, choice: RunChoice) {
  await session.preview(choice);
  return session.view("preview", choice);
}

/** Steps that read and compute. */
export function readingCommands(services: Services, store: Bill["store"], run: RunJob): ReadingCommands {
  const { session } = services;
  const readWith = (before: Parameters<typeof readAndOpen>[2]) =>
    run("reading", async (work) => {
      const read = await readAndOpen(services, work, before);
      return read.ok ? { ok: true, value: { step: "sheets", book: read.value } } : read;
    });
  const open = () => readWith(bookOf(store.get()));
  return {
    open,
    useFiles: async (files) => {
      const before = bookOf(store.get());
      if (before !== undefined) await readWith({ ...before, usage: { ...before.usage, files } });
    },
    refresh: async () => {
      const state = restingOf(store.get());
      if (state.step === "done") {
        await run("reading", async (work) => {
          const read = await readAndOpen(services, work, state.book);
          return read.ok ? { ok: true, value: { ...state, book: read.value } } : read;
        });
      } else if (state.step === "idle" || state.book.edited !== undefined) await open();
    },
    check: async () => {
      const before = bookOf(store.get());
      if (before === undefined) return;
      await run("checking", async (work) => {
        const read = await readIfEdited(services, work, before);
        if (!read.ok) return read;
        const book = read.value;
        const checked = await settle(timed("check", session.view("check", book.choice)));
        return checked.ok ? { ok: true, value: { step: "checked", book, check: checked.value } } : checked;
      });
    },
    preview: async () => {
      const state = restingOf(store.get());
      if (state.step !== "checked" && state.step !== "previewed") return;
      const { book, check } = state;
      await run("previewing", async () => {
        const previewed = await settle(timed("preview", previewIn(services, book.choice)));
        if (!previewed.ok) return previewed;
        return { ok: true, value: { step: "previewed", book, check, preview: previewed.value } };
      });
    },
    map: async (role, sheet) => {
      const book = bookOf(store.get());
      if (book === undefined) return;
      await run("reading", async () => {
        const mapped = await settle(session.ask("mapping", "view", role, undefined, sheet));
        return mapped.ok ? { ok: true, value: { step: "mapping", book, mapping: mapped.value } } : mapped;
      });
    },
  };
}
