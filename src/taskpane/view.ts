export const views = ["functions", "help"] as const;
export type View = (typeof views)[number];

/** Shows one section of the page; the button that leads to it is marked as the current one. */
export function showView(view: View): void {
  for (const each of views) {
    const isShown = each === view;
    document.getElementById(each)!.hidden = !isShown;
    const button = document.querySelector(`[data-view="${each}"]`)!;
    if (isShown) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  }
}

/** Lets the buttons of the page change the view. */
export function listenForViews(): void {
  for (const view of views) {
    document.querySelector(`[data-view="${view}"]`)!.addEventListener("click", () => showView(view));
  }
}
