/** A stretch of time on the page's clock. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What measures a run from within the page. */
export interface Watch {
  /** Clicks a button; the span ends once the next screen, known by a button of its own, is painted. */
  press(name: string, next: string): Promise<Span>;
  /** As `press`, as soon as the page says a text. */
  pressWhen(text: string, name: string, next: string): Promise<Span>;
  /** The moment at which a button by this name has been painted. */
  painted(name: string): Promise<number>;
  /** Tasks of at least 50 ms since the last question, by the browser's own account. */
  longTasks(): Span[];
  /** Milliseconds of the product's own measures; each is kept until the next of its name. */
  measures(): Readonly<Record<string, number>>;
}

export interface WatchedPage {
  readonly watch: Watch;
}

/** Run in the page before any other script. It is sent as text, so it uses nothing around it. */
export function watchPage(): void {
  let tasks: Span[] = [];
  const note = (entries: PerformanceEntryList) => {
    for (const { startTime, duration } of entries) tasks.push({ from: startTime, to: startTime + duration });
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "longtask", buffered: true });

  const buttonOf = (name: string) =>
    [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);
  const painted = (name: string) =>
    new Promise<number>((resolve) => {
      // A message that is sent while a frame is made arrives when the frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      const look = () => {
        if (buttonOf(name) === undefined) requestAnimationFrame(look);
        else port2.postMessage(undefined);
      };
      requestAnimationFrame(look);
    });
  const watch: Watch = {
    painted,
    press: async (name, next) => {
      const from = performance.now();
      buttonOf(name)!.click();
      return { from, to: await painted(next) };
    },
    pressWhen: async (text, name, next) => {
      while (document.body.textContent.includes(text) === false)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      return watch.press(name, next);
    },
    longTasks: () => {
      note(observer.takeRecords());
      const taken = tasks;
      tasks = [];
      return taken;
    },
    measures: () =>
      Object.fromEntries(
        performance.getEntriesByType("measure").map(({ name, duration }) => [name, duration]),
      ),
  };
  Object.assign(globalThis, { watch });
}
