/** The comlink door: what a page may ask of the simulation in its worker. */
import { expose } from "comlink";
import * as simulation from "./index.ts";

const api = { ...simulation };

/** The type that `comlink.wrap` takes on the page's side. */
export type WorkerApi = typeof api;

expose(api);
