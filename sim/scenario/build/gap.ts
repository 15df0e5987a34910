/** How many people of a county the start year's census finds elsewhere, and how many it finds who came. */
import type { Assumptions } from "../../policy/parameters.ts";
import type { CensusRow } from "../scenario.ts";

/** Agents of a county who live elsewhere, and who came from elsewhere. */
export interface Gap {
  readonly away: number;
  readonly newcomers: number;
  /** Those of them who came from other counties of the region, if these have so many away. */
  readonly fromRegion: number;
}

/**
 * Where the census counts those who came from other counties, registered people who aren't there live elsewhere:
 * away = registered + newcomers - residents. Where it doesn't, only the difference is known.
 */
export function gapOf(
  { residents, registered, inMigrants }: CensusRow,
  scale: number,
  assumptions: Assumptions,
): Gap {
  const least = Math.max(0, residents - registered);
  if (inMigrants === undefined) {
    const newcomers = Math.round(least / scale);
    return {
      away: Math.max(0, Math.round((registered - residents) / scale)),
      newcomers,
      fromRegion: newcomers,
    };
  }
  const { sameProvince, otherProvince } = inMigrants;
  const came = Math.min(residents, Math.max(least, sameProvince + otherProvince));
  const newcomers = Math.round(came / scale);
  const nearby = came > 0 ? sameProvince / (sameProvince + otherProvince) : 0;
  return {
    away: Math.max(0, Math.round((registered + came - residents) / scale)),
    newcomers,
    fromRegion: Math.round(newcomers * assumptions.newcomersFromRegion * nearby),
  };
}
