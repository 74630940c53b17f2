import { useSyncExternalStore } from "react";
import type { Store } from "../state/store";

export const useStore = <State, Action>(store: Store<State, Action>): State =>
  useSyncExternalStore(store.subscribe, store.get);
