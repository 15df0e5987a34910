/** Runs one after the other in the calling thread, without any built file. */
import type { Model } from "../../sim/batch/model.ts";
import { perform } from "../../sim/batch/runners/perform.ts";
import type { Runner } from "../../sim/batch/runners/runner.ts";
import type { Disk } from "../../sim/batch/store/disk.ts";

export const inlineRunner = (model: Model, disk: Disk, onYear: () => void): Runner => ({
  run: (task) => perform(model, disk, task, onYear),
  close: () => Promise.resolve(),
});
