/** The files of the lab: all it found as data, the same as a page in either language, and what it was made of. */
import type { Model } from "../model.ts";
import type { Files } from "../store/atomic.ts";
import { jsonText, MANIFEST_NAME, recordsOf } from "../store/manifest.ts";
import type { ClaimResult } from "./lab.ts";
import { labPage, type Made } from "./page.ts";

/** @param data what `--json` answers */
export function claimFiles(results: readonly ClaimResult[], model: Model, made: Made, data: unknown): Files {
  const files: Files = new Map<string, string | Uint8Array>([
    ["claims.json", jsonText(data)],
    ["claims.md", labPage(results, model, made, "en")],
    ["claims.zh.md", labPage(results, model, made, "zh")],
  ]);
  const { version, command, seeds, flipSeeds } = made;
  const manifest = {
    format: 1,
    kind: "claims",
    urflow: version,
    command,
    seeds,
    flipSeeds,
    claims: results.map(({ claim }) => claim.id),
    files: recordsOf(files),
  };
  return new Map([...files, [MANIFEST_NAME, jsonText(manifest)]]);
}
