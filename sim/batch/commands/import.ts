/** `urflow import`: a table of units becomes a scenario file. */
import { basename, dirname, extname } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { ScenarioError } from "../../scenario/faults.ts";
import { importUnits } from "../../scenario/import/import.ts";
import { readTable } from "../hindcast/table.ts";
import { shellWord } from "../prepare.ts";
import { counted } from "../report/counted.ts";
import { writeFiles } from "../store/atomic.ts";
import { options, UsageError, type Answer, type Context, type Respond } from "./command.ts";

interface ImportFlags {
  readonly out: string;
  readonly start?: number;
  readonly prefecture?: string;
  readonly seed?: string;
  readonly title?: string;
  readonly json?: boolean;
}

/** By this a file tells that it came from here, and may be written anew. */
const MARK = "\n# Made by urflow import ";

export function addImport(program: Command, context: Context, respond: Respond): void {
  program
    .command("import")
    .summary("make a scenario from a table of your region")
    .description(
      "Turns a table of units (CSV) into a scenario file. What the table does not tell is filled in by stated rules, " +
        "and every assumption is listed.",
    )
    .argument("<units>", "the path of a .csv table (docs/import.md lists its columns)")
    .addOption(new Option("--out <file>", "the scenario file to write (.yaml)").makeOptionMandatory())
    .addOption(
      new Option(
        "--start <year>",
        "first simulated year (default: the latest that all units have)",
      ).argParser(year),
    )
    .option("--prefecture <name>", "take the units of one prefecture")
    .option("--seed <text>", "seed of the run and of what is synthesised (default: the id)")
    .option("--title <text>", "title of the scenario (default: the prefecture, or the name of the table)")
    .addOption(options.json())
    .addHelpText(
      "after",
      `
Examples:
  urflow import units.csv --out my-region.yaml
  urflow import units.csv --out quzhou-2010.yaml --start 2010 --prefecture 衢州市
  urflow run ./my-region.yaml`,
    )
    .action(async (file: string, flags: ImportFlags) => {
      respond(await importTable(context, file, flags), flags.json === true);
    });
}

async function importTable({ disk }: Context, file: string, flags: ImportFlags): Promise<Answer> {
  const { out, start, prefecture, seed, title } = flags;
  if (![".yaml", ".yml"].includes(extname(out))) {
    throw new UsageError(`--out ${out}: expected the name of a scenario file. Let it end in .yaml.`);
  }
  const csv = await readTable(disk, file);
  const id = basename(out, extname(out));
  const result = importUnits(csv, { file, start, prefecture, seed, title, id });
  if (!result.ok) throw new ScenarioError(result.faults);
  await refuseOther(disk, out);
  await writeFiles(disk, dirname(out), new Map([[basename(out), result.yaml]]));
  const { assumptions, units } = result;
  const path = /[\\/]/.test(out) ? out : `./${out}`;
  return {
    text: [
      `${out}: a scenario of ${counted(units.length, "unit")} of ${file}. What was assumed (it also stands at the head of the file):`,
      ...assumptions.map((assumption) => `- ${assumption}`),
      `Next: urflow run ${shellWord(path)}`,
    ].join("\n"),
    json: {
      ok: true,
      file,
      out,
      units: units.map(({ code, name, prefecture: parent, line }) => ({
        code,
        name,
        prefecture: parent,
        line,
      })),
      assumptions,
      faults: [],
    },
  };
}

/** A file that someone wrote by hand is not ours to replace. */
async function refuseOther(disk: Context["disk"], out: string): Promise<void> {
  const older = await disk.read(out);
  if (older === undefined || new TextDecoder().decode(older).includes(MARK)) return;
  throw new UsageError(
    `--out ${out}: there is such a file, and urflow import did not make it. Choose another name, or move it away.`,
  );
}

function year(text: string): number {
  const value = /^\d{4}$/.test(text) ? Number(text) : NaN;
  if (value >= 1900 && value <= 2200) return value;
  throw new InvalidArgumentError("Expected a year, such as 2010.");
}
