/** The benchmark: the only file of it with argv, stdout and an exit code. */
import { VERSION } from "../sim/index.ts";
import { formatKernel, type KernelReport, measureKernel } from "./kernel/kernel.ts";
import { formatMachine, type Machine, machine } from "./machine.ts";
import { formatModel, measureModel, type ModelReport } from "./model/model.ts";
import { type Options, readOptions, USAGE, UsageError } from "./options.ts";
import { formatScaling, measureScaling, type ScalingReport } from "./scaling/scaling.ts";
import { formatTargets, type Target } from "./target.ts";
import { formatThreads, measureThreads, type ThreadsReport } from "./threads/threads.ts";

interface Report {
  readonly urflow: string;
  readonly machine: Machine;
  readonly quick: boolean;
  readonly kernel?: KernelReport;
  readonly model?: ModelReport;
  readonly scaling?: ScalingReport;
  readonly threads?: ThreadsReport;
  readonly targets: readonly Target[];
  /** Results that are wrong, whatever the times are. */
  readonly faults: readonly string[];
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const report = await measure(options, options.json ? () => undefined : say);
  if (options.json) say(JSON.stringify(report));
  else if (report.targets.length > 0) say(formatTargets(report.targets));
  for (const fault of report.faults) process.stderr.write(`${fault}\n`);
  return report.faults.length > 0 ? 1 : 0;
}

/** @param tell takes the text of each part as soon as it is measured */
async function measure({ parts, quick }: Options, tell: (text: string) => void): Promise<Report> {
  const here = machine();
  tell(`urflow ${VERSION}; ${formatMachine(here)}\n`);
  if (quick) tell("Quick: small sizes and few runs; the figures are rough.\n");
  const kernel = parts.includes("kernel") ? await measureKernel(quick, here.cores) : undefined;
  if (kernel !== undefined) tell(`${formatKernel(kernel)}\n`);
  const model = parts.includes("model") ? await measureModel(quick) : undefined;
  if (model !== undefined) tell(`${formatModel(model)}\n`);
  const scaling = parts.includes("scaling") ? await measureScaling(quick) : undefined;
  if (scaling !== undefined) tell(`${formatScaling(scaling)}\n`);
  const shared = parts.includes("threads") ? await measureThreads(quick) : undefined;
  if (shared !== undefined) tell(`${formatThreads(shared)}\n`);
  return {
    urflow: VERSION,
    machine: here,
    quick,
    ...(kernel === undefined ? {} : { kernel }),
    ...(model === undefined ? {} : { model }),
    ...(scaling === undefined ? {} : { scaling }),
    ...(shared === undefined ? {} : { threads: shared }),
    targets: [kernel, model, scaling, shared].flatMap((part) => part?.targets ?? []),
    faults: faultsOf(kernel, model, shared),
  };
}

function faultsOf(
  kernel: KernelReport | undefined,
  model: ModelReport | undefined,
  shared: ThreadsReport | undefined,
): string[] {
  const strays = (kernel?.rows ?? []).filter(({ agrees }) => !agrees);
  return [
    ...strays.map(
      ({ contender, threads, agents, movesPerStep }) =>
        `kernel: ${contender} on ${threads} threads moves ${movesPerStep} of ${agents} agents a step; ` +
        "urflow on one thread moves another number.",
    ),
    ...(model?.sameHashes === false ? ["model: Node and Chromium came to different hashes."] : []),
    ...(shared?.sameHashes === false ? ["threads: another number of threads came to another hash."] : []),
  ];
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (failure: unknown) => {
    process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    if (failure instanceof UsageError) process.stderr.write(`\n${USAGE}`);
    process.exitCode = failure instanceof UsageError ? 2 : 1;
  },
);
