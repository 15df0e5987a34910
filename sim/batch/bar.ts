/** A progress bar for people: on a terminal it is drawn, in a pipe or a file there is none. */
import { Presets, SingleBar } from "cli-progress";
import type { WriteStream } from "node:tty";
import type { Context } from "./commands/command.ts";

export const progressBar =
  (stream: NodeJS.WriteStream | WriteStream): Context["bar"] =>
  (total, label) => {
    if (!stream.isTTY) return { tick: () => {}, stop: () => {} };
    const bar = new SingleBar(
      {
        format: `{bar} {value} of {total} ${label}, {eta_formatted} left`,
        stream,
        clearOnComplete: true,
        // Leaves the terminal as it is and shortens the bar instead: a second Ctrl+C then leaves nothing to mend.
        linewrap: true,
        // Its own handler would end the process before our files are put away.
        gracefulExit: false,
      },
      Presets.rect,
    );
    bar.start(total, 0);
    return { tick: () => bar.increment(), stop: () => bar.stop() };
  };
