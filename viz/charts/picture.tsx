/** A canvas that says in words what it shows. */
import type { ComponentChildren } from "preact";

interface Props {
  readonly summary: string;
  readonly children: ComponentChildren;
}

export function Picture({ summary, children }: Props) {
  return (
    // An img element can't hold a canvas.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div class="plot" role="img" aria-label={summary}>
      {children}
    </div>
  );
}
