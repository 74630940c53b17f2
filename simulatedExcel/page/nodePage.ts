import { schedule } from "../office/time";
import { BorrowedGlobals, realm, type Globals } from "./globals";
import { LIBRARY_ADDRESS } from "./library";
import { runLibraryFile } from "./runScript";

/** A script element, as far as the library's loader uses it. */
interface ScriptElement {
  src: string;
  onload?: () => void;
  onerror?: () => void;
}

/** A page with the library in it. */
export interface LibraryPage {
  /** What could not be loaded. */
  readonly faults: readonly string[];
  /** Runs the library as its script tag would. It loads the rest of itself. */
  loadLibrary(): void;
  close(): void;
}

/**
 * A page without a screen in the realm that the tests run in: the library's globals are those of the tests, and so are
 * its plain objects. Closing it takes its globals away.
 */
export class NodePage implements LibraryPage {
  readonly faults: string[] = [];
  private readonly globals = new BorrowedGlobals([]);

  /** @param ofExcel globals that Excel and the test put into the page, window.external among them */
  constructor(ofExcel: Globals) {
    this.globals.define({ ...this.newWindow(), ...ofExcel });
  }

  loadLibrary(): void {
    runLibraryFile(`${LIBRARY_ADDRESS}office.js`);
  }

  close(): void {
    this.globals.giveBack();
  }

  private newWindow(): Globals {
    return {
      window: realm,
      self: realm,
      top: realm,
      parent: realm,
      document: this.newDocument(),
      location: {
        href: "https://addin.example/taskpane.html",
        protocol: "https:",
        search: "",
        hash: "",
        pathname: "/taskpane.html",
        origin: "https://addin.example",
      },
      navigator: { userAgent: "Excel host of the tests", language: "en-US", platform: "Win32" },
      history: { pushState() {}, replaceState() {} },
      name: "",
      sessionStorage: newStorage(),
      localStorage: newStorage(),
      addEventListener() {},
      removeEventListener() {},
      alert() {},
      confirm() {},
      prompt() {},
    };
  }

  private newDocument(): object {
    const tags = [{ src: `${LIBRARY_ADDRESS}office.js`, getAttribute: () => null }];
    const head = { appendChild: (element: ScriptElement) => this.load(element) };
    return {
      readyState: "complete",
      createElement: () => ({ src: "", setAttribute() {} }),
      getElementsByTagName: (name: string) => (name === "script" ? tags : name === "head" ? [head] : []),
      getElementById: () => null,
      addEventListener() {},
      removeEventListener() {},
    };
  }

  /** Scripts that a script adds run later, as those from a server do. */
  private load(element: ScriptElement): void {
    schedule(() => {
      if (this.globals.areGivenBack) return;
      if (runLibraryFile(element.src)) {
        element.onload?.();
        return;
      }
      this.faults.push(`there is no file behind ${element.src}`);
      element.onerror?.();
    }, 0);
  }
}

function newStorage(): object {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, String(value)),
    removeItem: (key: string) => void items.delete(key),
    clear: () => {
      items.clear();
    },
  };
}
