/** What this run ran on. */
import { arch, availableParallelism, cpus, loadavg, platform } from "node:os";

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly platform: string;
  readonly node: string;
  readonly v8: string;
  /**
   * Mean number of processes that wanted a core in the minute before; other work makes every figure worse.
   */
  readonly load: number;
}

export function machine(): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? "unknown",
    platform: `${platform()} ${arch()}`,
    node: process.version,
    v8: process.versions.v8,
    load: loadavg()[0],
  };
}

export function formatMachine({ cores, processor, platform: system, node, v8, load }: Machine): string {
  const before = `load before the run ${load.toFixed(1)}`;
  return `${cores} cores (${processor}), ${system}, Node ${node}, V8 ${v8}; ${before}`;
}
