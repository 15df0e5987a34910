/** What is wrong with a scenario, said so that it can be mended: place, value, expectation and mend. */
import { MAX_FAULTS } from "./limits.ts";

/** Keys and list indices from the root of a file, as in `["world", "counties", 3, "areaKm2"]`. */
export type Path = readonly (string | number)[];

export interface Place {
  /** File name, or `--set` for a setting. */
  readonly file: string;
  /** Counted from 1; for a setting, which of the settings it is. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** For a setting, its text `path=value`. */
  readonly setting?: string | undefined;
}

export interface Fault extends Place {
  /** `world.counties[3].areaKm2`; empty where the whole file is meant. */
  readonly path: string;
  /** What stands there, shortened. */
  readonly value: string;
  readonly expected: string;
  readonly mend: string;
}

/** One line: `quzhou.yaml:12:14 world.counties[3].areaKm2 is -5; expected a number greater than 0. Write …` */
export function formatFault(fault: Fault): string {
  const place =
    fault.setting === undefined
      ? `${fault.file}:${fault.line}:${fault.column}`
      : `${fault.file} ${shorten(fault.setting, 80)}:`;
  const whole = fault.setting === undefined ? "the file" : "the setting";
  const subject = fault.path === "" ? whole : fault.path;
  return `${place} ${subject} is ${fault.value}; expected ${fault.expected}. ${fault.mend}`;
}

/** Thrown by `parseScenario`: every fault at once, one a line in the message. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(formatFault).join("\n"));
    this.faults = faults;
  }
}

/** `world.counties[3].areaKm2` */
export function formatPath(path: Path): string {
  let text = "";
  for (const segment of path) {
    if (typeof segment === "number") text += `[${segment}]`;
    else text += text === "" ? shorten(segment, 60) : `.${shorten(segment, 60)}`;
  }
  return text;
}

/** One printable line of at most `length` characters. */
export function shorten(text: string, length = 40): string {
  let line = "";
  for (const character of text) {
    if (line.length >= length) return `${line}…`;
    line += isPrintable(character) ? character : `\\u${hex(character)}`;
  }
  return line;
}

/** The first faults in the order of the files, and how many more there are. */
export function limitFaults(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length <= MAX_FAULTS) return faults;
  const shown = faults.slice(0, MAX_FAULTS - 1);
  const next = faults[MAX_FAULTS - 1];
  const more = faults.length - shown.length;
  return [
    ...shown,
    {
      ...next,
      value: `one of ${more} more faults`,
      mend: `${next.mend} The faults after this one are not listed.`,
    },
  ];
}

/** Letters, signs and spaces; not what would break a line, steer a terminal or turn the direction of writing. */
export function isPrintable(character: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u.test(character);
}

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
