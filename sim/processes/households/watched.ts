/** The month of every person, one of them apart, for a watch that follows that one. */
import type { World } from "../../world/world.ts";
import type { Watch } from "../process.ts";
import { earn, type Habits } from "./earn.ts";
import type { Month } from "./month.ts";

/**
 * Pays everyone as `earn` does, to the same sums: all are of whole yuan, so it doesn't matter where the loop pauses.
 * What the sums gain by the one person is what that person had.
 */
export function earnWatched(world: World, sums: Month, habits: Habits, watch: Watch, month: number): void {
  const rows = world.clock.personRows[0];
  const { person } = watch;
  if (person < 0 || person >= rows) return earn(world, sums, habits, 0, rows);
  earn(world, sums, habits, 0, person);
  const { persons, households, settlements, sizes } = world;
  const place = persons.residence[person];
  const home = households.home[persons.household[person]];
  const pair = settlements.zone[place] * sizes.zones + settlements.zone[home];
  const kept = persons.savings[person];
  const sent = sums.sent[pair];
  const spent = sums.spending[place];
  earn(world, sums, habits, person, person + 1);
  const gift = sums.sent[pair] - sent;
  watch.paid(month, sums.spending[place] - spent + gift + persons.savings[person] - kept, gift);
  earn(world, sums, habits, person + 1, rows);
}
