import { useEffect, useState } from "react";

/** Long enough for a word to be typed on, short enough not to be waited for. */
const PAUSE = 350;

/** A value once it has rested for a moment: what costs the engine work follows it, and not every key. */
export function useSettled<Value>(value: Value): Value {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
