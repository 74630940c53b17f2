import type { SessionClient } from "../client/sessionClient";
import { workerClient } from "../client/workerClient";

/**
 * The engine in a worker, so that the pane answers while it computes. Every host that runs the pane has workers; a
 * way round them would put the whole engine into what the pane loads first.
 */
export const startEngine = (): SessionClient =>
  workerClient(() => new Worker(/* webpackChunkName: "engine" */ new URL("../worker.ts", import.meta.url)));
