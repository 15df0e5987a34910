/** The browser's address and history behind the state of the page. */
import { writeAddress } from "./address.ts";
import type { Catalogue } from "./catalogue.ts";
import type { PageState } from "./state.ts";

export interface AddressBar {
  read(): string;
  /**
   * Writes the state. A change by a `control` makes an entry of the history, so that "back" undoes it; further
   * changes by the same control soon after belong to the same gesture. Null (scrubbing, playing) makes none.
   */
  write(state: PageState, control: string | null): void;
  /** Calls `visit` when the reader goes back, forward, or edits the address. */
  onVisit(visit: (hash: string) => void): void;
}

/** A gesture is over when its control has rested for so long, in milliseconds. */
const GESTURE = 1500;
/** Browsers refuse more than about a hundred address changes in half a minute. */
const REST = 300;

/** What stands behind the `#`, or behind a `?` where somebody wrote that instead; other queries are not for us. */
export const addressIn = ({ hash, search }: Pick<Location, "hash" | "search">): string =>
  hash === "" && /[?&]scenario=/.test(search) ? search.replace("?", "#") : hash;

export function createAddressBar(catalogue: Catalogue, window: Window): AddressBar {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let pending: PageState | null = null;
  let gesture: { readonly control: string; readonly until: number } | null = null;

  // The path, too: what was asked for behind a `?` is in the state by now.
  const hrefOf = (state: PageState): string =>
    `${window.location.pathname}#${writeAddress(state, catalogue)}`;
  const flush = (): void => {
    clearTimeout(waiting);
    if (pending !== null) window.history.replaceState(null, "", hrefOf(pending));
    pending = null;
  };
  return {
    read: () => addressIn(window.location),
    write(state, control) {
      const now = Date.now();
      const isNew = control !== null && (gesture?.control !== control || now > gesture.until);
      if (control !== null) gesture = { control, until: now + GESTURE };
      if (isNew) {
        flush();
        window.history.pushState(null, "", hrefOf(state));
        return;
      }
      pending = state;
      clearTimeout(waiting);
      waiting = setTimeout(flush, REST);
    },
    onVisit(visit) {
      window.addEventListener("popstate", () => {
        clearTimeout(waiting);
        pending = null;
        gesture = null;
        visit(addressIn(window.location));
      });
    },
  };
}
