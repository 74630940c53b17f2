import { useCallback, useEffect, useRef, useState } from "react";
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
  const wanted = useRef(load);
  const start = useCallback(() => {
    let isWanted = true;
    const asked = wanted.current;
    void asked().then((result) => {
      if (!isWanted) return;
      const loaded = result.ok
        ? ({ state: "ready", value: result.value } as const)
        : ({ state: "failed", failure: result.failure } as const);
      // Whoever asks again may do so long after something else was wanted.
      if (asked === wanted.current) set({ of: asked, loaded });
    });
    return () => {
      isWanted = false;
    };
  }, []);
  useEffect(() => {
    wanted.current = load;
    return start();
  }, [load, start]);
  const again = useCallback(() => {
    set({ of: wanted.current, loaded: { state: "loading" } });
    start();
  }, [start]);
  return [of === load ? loaded : { state: "loading" }, again];
}
