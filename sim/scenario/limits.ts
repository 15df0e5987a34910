/** How large a scenario may be. Every limit is stated in the message that refuses what is beyond it. */

/** Characters of one file. The largest file that comes with urflow has about a hundredth of this. */
export const MAX_TEXT_LENGTH = 2_000_000;
/** Words, signs and line ends of one file, counted before anything is built from them; a county takes about 900. */
export const MAX_TOKENS = 100_000;
/** Entries of one map or list. */
export const MAX_ENTRIES = 2_000;
/** Names among which the one that was meant is looked for. */
export const MAX_NAMES = 200;
/** Maps and lists inside one another. The format itself needs seven. */
export const MAX_DEPTH = 20;
/** Characters of one `path=value` setting. */
export const MAX_SETTING_LENGTH = 10_000;
/** Settings laid over one scenario. */
export const MAX_SETTINGS = 1_000;
/** Files that extend one another in a row. */
export const MAX_EXTENDS = 10;
/** Faults that are listed; how many more there are is said in the last one. */
export const MAX_FAULTS = 200;
/** Faults of spelling: one unclosed bracket makes all that follows look wrong. */
export const MAX_SYNTAX_FAULTS = 5;

/** Agents below which no figure would mean anything, and above which no ordinary machine holds the run. */
export const MIN_AGENTS = 100;
export const MAX_AGENTS = 5_000_000;
/** Villages, towns and seats of one world. */
export const MAX_SETTLEMENTS = 50_000;

/** Sums of shares may miss 1 by this much, sums of persons their total by this part. */
export const SHARE_TOLERANCE = 0.005;
export const PERSONS_TOLERANCE = 0.001;

/** Names that would reach into the prototype of an object; no key may be called so. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
