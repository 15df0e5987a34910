/**
 * A snapshot: the world's buffer, then the scenario, seed and processes as JSON. One buffer holds all that a
 * run needs to go on.
 */
import type { Scenario } from "../scenario/scenario.ts";
import { openWorld, type World } from "../world/world.ts";

/** UTF-8 by hand: the engines that lack TextEncoder have to read snapshots too. */
function toBytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return Uint8Array.from(bytes);
}

function fromBytes(bytes: Uint8Array): string {
  let text = "";
  for (let k = 0; k < bytes.length;) {
    const first = bytes[k];
    const size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let code = size === 1 ? first : first & (0xff >> (size + 1));
    for (let n = 1; n < size; n++) code = (code << 6) | (bytes[k + n] & 63);
    text += String.fromCodePoint(code);
    k += size;
  }
  return text;
}

/** What stands behind the world: what a run needs beside it. */
interface Provenance {
  readonly scenario: Scenario;
  readonly seed: string;
  /** Names of the processes that go on; all where nothing is said. */
  readonly processes?: readonly string[] | undefined;
}

export function writeSnapshot(
  scenario: Scenario,
  seed: string,
  world: World,
  processes?: readonly string[],
): ArrayBuffer {
  const provenance: Provenance = { scenario, seed, processes };
  const text = toBytes(JSON.stringify(provenance));
  const end = world.offsets.end;
  const buffer = new ArrayBuffer(end + 4 + text.length);
  const bytes = new Uint8Array(buffer);
  bytes.set(new Uint8Array(world.buffer, 0, end));
  new DataView(buffer).setUint32(end, text.length, true);
  bytes.set(text, end + 4);
  return buffer;
}

/** Throws where the bytes aren't a snapshot of this version, or are cut short. */
export function readSnapshot(snapshot: ArrayBuffer): Provenance & { readonly world: World } {
  const copy = snapshot.slice(0);
  const world = openWorld(copy);
  const end = world.offsets.end;
  const length = copy.byteLength >= end + 4 ? new DataView(copy).getUint32(end, true) : -1;
  if (length < 0 || copy.byteLength < end + 4 + length) {
    throw new RangeError(`snapshot is cut short: its scenario is missing behind byte ${end}`);
  }
  // Written by this version, as the world before it has shown.
  const provenance = JSON.parse(fromBytes(new Uint8Array(copy, end + 4, length))) as Provenance;
  return { ...provenance, world };
}
