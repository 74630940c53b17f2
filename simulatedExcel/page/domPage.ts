import { schedule } from "../office/time";
import { BorrowedGlobals, type Globals } from "./globals";
import { LIBRARY_ADDRESS } from "./library";
import type { LibraryPage } from "./nodePage";
import { runLibraryFile } from "./runScript";

/** The page of a test that runs in jsdom: its document stays, and library files are run when they are added to it. */
export class DomPage implements LibraryPage {
  readonly faults: string[] = [];
  private readonly globals = new BorrowedGlobals(["external", "alert", "confirm", "prompt"]);
  private readonly tag = document.createElement("script");

  /** @param ofExcel globals that Excel and the test put into the page, window.external among them */
  constructor(ofExcel: Globals) {
    this.globals.define(ofExcel);
    this.tag.src = `${LIBRARY_ADDRESS}office.js`;
    document.head.appendChild(this.tag);
    document.head.appendChild = this.append;
  }

  loadLibrary(): void {
    runLibraryFile(this.tag.src);
  }

  close(): void {
    Reflect.deleteProperty(document.head, "appendChild");
    // The library takes these away by properties of its own.
    for (const name of ["pushState", "replaceState"]) Reflect.deleteProperty(history, name);
    sessionStorage.clear();
    this.tag.remove();
    this.globals.giveBack();
  }

  private readonly append = <T extends Node>(node: T): T => {
    const isOurs = node instanceof HTMLScriptElement && node.src.startsWith(LIBRARY_ADDRESS);
    if (!isOurs) return Node.prototype.appendChild.call(document.head, node) as T;
    schedule(() => {
      if (this.globals.areGivenBack) return;
      const isThere = runLibraryFile(node.src);
      if (!isThere) this.faults.push(`there is no file behind ${node.src}`);
      node.dispatchEvent(new Event(isThere ? "load" : "error"));
    }, 0);
    return node;
  };
}
