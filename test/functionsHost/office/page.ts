import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { URL, URLSearchParams } from "node:url";
import { TextDecoder, TextEncoder } from "node:util";
import vm from "node:vm";
import { Clock } from "./clock";

/** How much faster the timers of a page run than a real clock. */
const CLOCK_SPEED = 200;

type Listener = (event: object) => void;

/** A script element, as far as loaders use it. */
interface ScriptElement {
  src: string;
  onload?: () => void;
  onerror?: () => void;
}

export interface PageOptions {
  /** The file behind an address; undefined where there is none. Nothing is ever fetched from a network. */
  readonly fileOf?: (address: string) => string | undefined;
  /** Addresses of the script tags that stand in the page from the start. */
  readonly scriptTags?: readonly string[];
}

/**
 * A browser page without a screen: a JavaScript realm of its own in which scripts run unmodified. What a script
 * makes belongs to that realm, so values go in and out as JSON text.
 */
export class Page {
  /** What the scripts wrote to the console, each line behind its level. */
  readonly logged: string[] = [];
  /** What a browser would report as uncaught. */
  readonly faults: string[] = [];
  /** The files that have run, in their order. */
  readonly ran: string[] = [];
  readonly clock = new Clock(CLOCK_SPEED, (fault) => this.faults.push(textOf(fault)));

  private readonly realm = vm.createContext({});
  private readonly listeners = new Map<string, Listener[]>();
  private readonly document;

  constructor(private readonly options: PageOptions = {}) {
    this.document = this.newDocument();
    this.define(this.newWindow());
    this.run("window = self = top = parent = globalThis;");
  }

  /** Adds globals. */
  define(globals: Readonly<Record<string, unknown>>): void {
    Object.assign(this.realm, globals);
  }

  /** Runs a file as a script tag would. */
  runFile(file: string): void {
    this.ran.push(file);
    scriptOf(file).runInContext(this.realm);
  }

  /** Runs a piece of script; its result must be text or nothing. */
  run(code: string): string | undefined {
    const result: unknown = vm.runInContext(code, this.realm);
    return typeof result === "string" ? result : undefined;
  }

  /** A value made in the realm of the page: its arrays are arrays there. */
  parse(json: string): unknown {
    return (vm.runInContext("JSON.parse", this.realm) as (text: string) => unknown)(json);
  }

  /** The markup has been read: the scripts that it names have run. */
  finishLoading(): void {
    this.document.readyState = "complete";
    for (const listener of this.listeners.get("DOMContentLoaded") ?? [])
      listener({ type: "DOMContentLoaded" });
  }

  close(): void {
    this.clock.stop();
  }

  private newWindow(): Record<string, unknown> {
    const { clock } = this;
    return {
      document: this.document,
      location: {
        href: "https://addin.example/page.html",
        protocol: "https:",
        search: "",
        hash: "",
        pathname: "/",
      },
      navigator: { userAgent: "Excel host of the tests", language: "en-US", platform: "Win32" },
      history: { pushState() {}, replaceState() {} },
      name: "",
      external: {},
      sessionStorage: newStorage(),
      localStorage: newStorage(),
      console: this.newConsole(),
      performance: { now: () => performance.now() },
      setTimeout: clock.setTimeout,
      setInterval: clock.setInterval,
      clearTimeout: clock.clear,
      clearInterval: clock.clear,
      queueMicrotask: (task: () => void) => void Promise.resolve().then(task),
      URL,
      URLSearchParams,
      TextEncoder,
      TextDecoder,
      addEventListener: this.listen,
      removeEventListener() {},
    };
  }

  private newDocument() {
    const head = { appendChild: (element: ScriptElement) => this.load(element) };
    const tags = (this.options.scriptTags ?? []).map((src) => ({ src, getAttribute: () => null }));
    return {
      readyState: "loading",
      createElement: () => ({ src: "", setAttribute() {} }),
      getElementsByTagName: (name: string) => (name === "script" ? tags : name === "head" ? [head] : []),
      getElementById: () => null,
      addEventListener: this.listen,
      removeEventListener() {},
    };
  }

  private newConsole(): Record<string, unknown> {
    const writer =
      (level: string) =>
      (...words: unknown[]): void => {
        this.logged.push(`${level}: ${words.map(textOf).join(" ")}`);
      };
    return Object.fromEntries(
      ["debug", "log", "info", "warn", "error"].map((level) => [level, writer(level)]),
    );
  }

  private readonly listen = (type: string, listener: Listener): void => {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  };

  /** Scripts that a script adds run later, as those from a server do. */
  private load(element: ScriptElement): void {
    this.clock.setTimeout(() => {
      const file = this.options.fileOf?.(element.src);
      if (file === undefined) {
        this.faults.push(`there is no file behind ${element.src}`);
        element.onerror?.();
        return;
      }
      this.runFile(file);
      element.onload?.();
    });
  }
}

/** An error, a text or anything else as one line; an error of a page's realm is no Error of ours. */
export function textOf(value: unknown): string {
  if (typeof value === "object" && value !== null && "stack" in value && typeof value.stack === "string") {
    return value.stack;
  }
  return String(value);
}

const compiled = new Map<string, vm.Script>();

// The library is large; several pages of one test file share what is compiled.
function scriptOf(file: string): vm.Script {
  const known = compiled.get(file);
  if (known) return known;
  const script = new vm.Script(readFileSync(file, "utf8"), { filename: file });
  compiled.set(file, script);
  return script;
}

function newStorage(): Record<string, unknown> {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, String(value)),
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
  };
}
