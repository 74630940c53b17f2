import { useCallback, useSyncExternalStore } from "react";

const BEYOND = 6;
/** What is shown where nothing has a size yet, as in tests. */
const FALLBACK_HEIGHT = 600;

/** First row in view and the one after the last, as one number that compares. */
function rowsInView(list: HTMLElement | null, rowHeight: number): number {
  if (list === null) return 0;
  const view = list.closest("[data-scrolls]")?.getBoundingClientRect();
  const top = Math.max(view?.top ?? 0, 0);
  const bottom = Math.min(view?.bottom ?? Infinity, window.innerHeight);
  const height = bottom > top ? bottom - top : FALLBACK_HEIGHT;
  return (
    Math.max(0, Math.floor((top - list.getBoundingClientRect().top) / rowHeight)) * 1000 +
    Math.ceil(height / rowHeight)
  );
}

/** The rows to be drawn; the active one stays although it is scrolled away, or the focus would be lost with it. */
export function shownRows(view: number, active: number, count: number): readonly number[] {
  const from = Math.max(0, Math.floor(view / 1000) - BEYOND);
  const to = Math.min(count, Math.floor(view / 1000) + (view % 1000) + BEYOND);
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  return active < 0 || (active >= from && active < to) ? rows : [...rows, active];
}

function onAnyScroll(listener: () => void): () => void {
  // Scrolling does not bubble, but it can be caught on the way down.
  window.addEventListener("scroll", listener, { capture: true, passive: true });
  window.addEventListener("resize", listener);
  return () => {
    window.removeEventListener("scroll", listener, { capture: true });
    window.removeEventListener("resize", listener);
  };
}

/** As `rowsInView`, whatever is scrolled. */
export function useRowsInView(list: HTMLElement | null, rowHeight: number): number {
  const measure = useCallback(() => rowsInView(list, rowHeight), [list, rowHeight]);
  return useSyncExternalStore(onAnyScroll, measure);
}
