/** The axis of county, town and central village: families that move there by their own choice. */
import { ASSUMED, lever, rule } from "./row.ts";

export const axis = {
  relocationGrant: lever(
    "Grant for moving whole",
    "整户搬迁补助",
    "Given once to each member of a family there that moves whole to its town, seat or a central village and returns its homestead.",
    "yuan/person",
    [0, 300_000],
    "voluntary relocation from mountain villages of Zhejiang for the form",
  ),
  centralVillage: rule(
    "Central village",
    "中心村",
    "Makes the place one to which families of its county may move for such a grant.",
    [
      { id: "none", en: "none", zh: "否" },
      { id: "central", en: "central village", zh: "中心村" },
    ],
    ASSUMED,
  ),
} as const;
