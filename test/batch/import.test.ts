/** `urflow import`, from its arguments to its files. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Answer, Context } from "../../sim/batch/commands/command.ts";
import { failureOf } from "../../sim/batch/failure.ts";
import { model } from "../../sim/batch/library.ts";
import { createProgram } from "../../sim/batch/program.ts";
import { realDisk, type Disk } from "../../sim/batch/store/disk.ts";
import { parseScenario } from "../../sim/scenario/validate.ts";
import { QUZHOU } from "../scenario/import/quzhou.ts";
import { PLAIN, withCell } from "../scenario/import/tables.ts";
import { failingDisk, Killed, temporaryFolder } from "./disk.ts";

interface Ended {
  readonly exitCode: number;
  readonly text: string;
  readonly json: unknown;
}

async function urflow(args: readonly string[], disk: Disk = realDisk): Promise<Ended> {
  const context: Context = {
    model,
    disk,
    builtIns: ".",
    workerFile: "",
    build: () => "",
    cores: 1,
    signal: new AbortController().signal,
    bar: () => ({ tick: () => {}, stop: () => {} }),
  };
  const answers: Answer[] = [];
  const complaints: string[] = [];
  const streams = { out: () => {}, err: (text: string) => void complaints.push(text) };
  try {
    await createProgram(context, (answer) => answers.push(answer), streams).parseAsync([...args], {
      from: "user",
    });
  } catch (thrown) {
    if (thrown instanceof Killed) throw thrown;
    const { exitCode, text = complaints.join(""), json } = failureOf(thrown);
    return { exitCode, text, json };
  }
  const [{ text, json, exitCode = 0 }] = answers;
  return { exitCode, text, json };
}

/** A folder with the table `units.csv`. */
function folderWith(csv: string | Uint8Array): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "units.csv"), csv);
  return folder;
}

describe("urflow import", () => {
  it("writes a scenario that parses, says what was assumed, and how to go on", async () => {
    const folder = folderWith(QUZHOU);
    const out = join(folder, "new", "my-region.yaml");
    const args = [
      "import",
      join(folder, "units.csv"),
      "--out",
      out,
      "--start",
      "2010",
      "--prefecture",
      "衢州",
      "--seed",
      "7",
    ];
    const { exitCode, text, json } = await urflow(args);
    expect(exitCode).toBe(0);
    const scenario = parseScenario(readFileSync(out, "utf8"));
    expect(scenario).toMatchObject({ id: "my-region", start: 2010, seed: "7", title: { zh: "衢州市" } });
    expect(text).toContain(`Next: urflow run ${out}`);
    const { assumptions, units } = json as { assumptions: string[]; units: unknown[] };
    expect(units[0]).toEqual({ code: "330802", name: "柯城区", prefecture: "衢州市", line: 2 });
    for (const assumption of assumptions) expect(text).toContain(`- ${assumption}`);
    expect(readdirSync(join(folder, "new"))).toEqual(["my-region.yaml"]);
  });

  it("writes the same bytes for the same table, wherever it lies, and replaces what it made", async () => {
    const texts: string[] = [];
    for (const folder of [folderWith(QUZHOU), folderWith(QUZHOU)]) {
      for (let again = 0; again < 2; again++) {
        const { exitCode } = await urflow([
          "import",
          join(folder, "units.csv"),
          "--out",
          join(folder, "a.yaml"),
        ]);
        expect(exitCode).toBe(0);
      }
      texts.push(readFileSync(join(folder, "a.yaml"), "utf8"));
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it("tells all faults with their places, exits with 2, and writes nothing", async () => {
    const folder = folderWith(withCell(1, "population", "x").replace("258810", "-1"));
    const file = join(folder, "units.csv");
    const { exitCode, text, json } = await urflow(["import", file, "--out", join(folder, "a.yaml")]);
    expect(exitCode).toBe(2);
    expect(text).toContain(`${file}:3:11 population is "x"; expected`);
    expect(text).toContain(`${file}:4:8 population is "-1"; expected`);
    expect(text).toContain("nothing written");
    expect((json as { faults: unknown[] }).faults).toMatchObject([
      { file, line: 3, column: 11, path: "population" },
      { file, line: 4, column: 8, path: "population" },
    ]);
    expect(readdirSync(folder)).toEqual(["units.csv"]);
  });

  it("exits with 2 where it is asked wrongly, and leaves the files of others alone", async () => {
    const folder = folderWith(PLAIN);
    const file = join(folder, "units.csv");
    const mine = join(folder, "mine.yaml");
    writeFileSync(mine, "urflow: 1\n");
    const wrong: readonly (readonly [string[], RegExp])[] = [
      [["import", file], /--out/],
      [["import", "--out", mine], /units/],
      [["import", file, "--out", join(folder, "a.csv")], /end in \.yaml/],
      [["import", file, "--out", mine], /urflow import did not make it/],
      [["import", join(folder, "none.csv"), "--out", join(folder, "a.yaml")], /there is no such file/],
      [["import", folder, "--out", join(folder, "a.yaml")], /folder/],
      [["import", file, "--out", join(folder, "a.yaml"), "--start", "20"], /Expected a year/],
      [["import", file, "--out", join(folder, "a.yaml"), "--prefecture", "x"], /prefecture/],
    ];
    for (const [args, says] of wrong) {
      const { exitCode, text } = await urflow(args);
      expect([args, exitCode]).toEqual([args, 2]);
      expect(text).toMatch(says);
    }
    expect(readFileSync(mine, "utf8")).toBe("urflow: 1\n");
    expect(readdirSync(folder).sort()).toEqual(["mine.yaml", "units.csv"]);
  });

  it("refuses a table in another encoding, and says how to save it", async () => {
    // 衢州 in GB 18030.
    const folder = folderWith(Uint8Array.from([...Buffer.from("unit\n"), 0xe1, 0xe9, 0xd6, 0xdd]));
    const { exitCode, text } = await urflow([
      "import",
      join(folder, "units.csv"),
      "--out",
      join(folder, "a.yaml"),
    ]);
    expect(exitCode).toBe(2);
    expect(text).toContain("CSV UTF-8");
  });

  it("leaves no half of a file where the disk is full or the process is killed", async () => {
    for (let at = 1; at <= 6; at++) {
      const folder = folderWith(PLAIN);
      const out = join(folder, "a.yaml");
      const args = ["import", join(folder, "units.csv"), "--out", out];
      const full = await urflow(args, failingDisk(at, "full"));
      expect([0, 1]).toContain(full.exitCode);
      if (full.exitCode === 1) expect(existsSync(out)).toBe(false);
      await urflow(args, failingDisk(at, "killed")).catch((failure: unknown) => {
        expect(failure).toBeInstanceOf(Killed);
      });
      if (existsSync(out)) expect(parseScenario(readFileSync(out, "utf8")).id).toBe("a");
    }
  });
});
