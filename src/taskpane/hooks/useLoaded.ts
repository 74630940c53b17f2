import { useCallback, useEffect, useState } from "react";
import type { Failure, Result } from "../state/failure";

export type Loaded<Value> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: Value }
  | { readonly state: "failed"; readonly failure: Failure };

/**
 * What a screen needs before it can show anything. `load` must be the same function as long as the same thing is
 * wanted; the result of an earlier one is dropped.
 */
export function useLoaded<Value>(load: () => Promise<Result<Value>>): readonly [Loaded<Value>, () => void] {
  const [{ of, loaded }, set] = useState<{ of: unknown; loaded: Loaded<Value> }>({
    of: load,
    loaded: { state: "loading" },
  });
  const start = useCallback(() => {
    let isWanted = true;
    void load().then((result) => {
      if (!isWanted) return;
      const loaded = result.ok
        ? ({ state: "ready", value: result.value } as const)
        : ({ state: "failed", failure: result.failure } as const);
      set({ of: load, loaded });
    });
    return () => {
      isWanted = false;
    };
  }, [load]);
  useEffect(start, [start]);
  const again = useCallback(() => {
    set({ of: load, loaded: { state: "loading" } });
    start();
  }, [load, start]);
  return [of === load ? loaded : { state: "loading" }, again];
}
