/** A `details` whose content is made only while it is open: tables of hundreds of cells cost nothing until then. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface Props {
  readonly summary: string;
  /** What a scrolling table is called, for those who can't see what stands above it. */
  readonly label: string;
  readonly children: () => ComponentChildren;
}

export function Disclosure({ summary, label, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details class="disclosure" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && (
        // Scrolls on its own, so the keyboard must be able to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section class="scroll" aria-label={label} tabIndex={0}>
          {children()}
        </section>
      )}
    </details>
  );
}
