const asyncHooks = require("node:async_hooks");

/**
 * Jest and Playwright ask an AsyncLocalStorage which test or call something belongs to, and up to Node 22 one such storage
 * makes every promise of the process slower. Tests of a file run one after the other, so the last that was begun and has
 * not ended is the answer.
 */
asyncHooks.AsyncLocalStorage = class LastBegun {
  #begun = [];

  getStore() {
    return this.#begun.at(-1)?.store;
  }

  run(store, act, ...given) {
    const begun = { store };
    this.#begun.push(begun);
    const end = () => void this.#begun.splice(this.#begun.indexOf(begun), 1);
    let isUnderWay = false;
    try {
      const done = act(...given);
      isUnderWay = typeof done?.then === "function";
      return isUnderWay ? done.finally(end) : done;
    } finally {
      if (!isUnderWay) end();
    }
  }
};
