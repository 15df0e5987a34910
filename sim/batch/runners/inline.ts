/** Runs one after the other in the calling thread. */
import type { Model } from "../model.ts";
import type { Disk } from "../store/disk.ts";
import { perform } from "./perform.ts";
import type { Runner } from "./runner.ts";

export const inlineRunner = (model: Model, disk: Disk, onYear: () => void): Runner => ({
  run: (task) => perform(model, disk, task, onYear),
  close: () => Promise.resolve(),
});
