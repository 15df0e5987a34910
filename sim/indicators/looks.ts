/** Indicators of what villages look like: what public works have renewed, and how alike their styles are. */
import { STYLES } from "../world/looks.ts";
import { VILLAGE } from "../world/tiers.ts";
import type { World } from "../world/world.ts";
import type { Measure } from "./measure.ts";
import { meanOver } from "./overPlaces.ts";

/** Mean cosine of all pairs of villages: (|sum of directions|^2 - n) / (n (n - 1)); NaN of fewer than two. */
function likenessOfStyles({ settlements: s, sizes }: World): number {
  const columns = STYLES.map((style) => s[style]);
  const sum = new Float64Array(columns.length);
  let villages = 0;
  for (let j = 0; j < sizes.settlements; j++) {
    if (s.tier[j] !== VILLAGE) continue;
    villages++;
    let square = 0;
    for (const column of columns) square += column[j] * column[j];
    const length = Math.sqrt(square);
    for (let k = 0; k < columns.length; k++) sum[k] += columns[k][j] / length;
  }
  let square = 0;
  for (const part of sum) square += part * part;
  return villages > 1 ? (square - villages) / (villages * (villages - 1)) : NaN;
}

export const looks: readonly Measure[] = [
  {
    id: "appearance.village",
    label: { en: "Looks of villages", zh: "村容村貌" },
    unit: "ratio",
    formula:
      "public works on streets, fronts and dwellings that still stand over those that renew a village once, mean over people registered in villages",
    good: "up",
    measure: ({ world }) => {
      const { settlements: s } = world;
      return meanOver(
        world,
        (j) => s.appearance[j],
        (j) => (s.tier[j] === VILLAGE ? s.registered[j] : 0),
      );
    },
  },
  {
    id: "diversity.style",
    label: { en: "Likeness of villages in style", zh: "村庄建筑风貌趋同指数" },
    unit: "ratio",
    formula:
      "mean cosine of the styles of building of all pairs of villages; 1 where all are alike; drawn at the start",
    good: "down",
    measure: ({ world }) => likenessOfStyles(world),
  },
];
