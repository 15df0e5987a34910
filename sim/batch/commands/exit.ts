/** Exit codes, as docs/command.md states them. */
export const FAILED = 1;
export const BAD_INPUT = 2;
export const INTERRUPTED = 130;
