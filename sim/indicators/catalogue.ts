/** All indicators, in the order in which they are written, shown and documented. */
import { ages } from "./ages.ts";
import { books } from "./books.ts";
import { capital } from "./capital.ts";
import { functions } from "./functions.ts";
import { gradients } from "./gradients.ts";
import type { IndicatorInfo } from "./indicator.ts";
import { coordination } from "./coordination.ts";
import { coupling } from "./coupling.ts";
import { enterprises } from "./enterprises.ts";
import { incomes } from "./incomes.ts";
import { inequality } from "./inequality.ts";
import { links } from "./links.ts";
import { looks } from "./looks.ts";
import type { Measure } from "./measure.ts";
import { money } from "./money.ts";
import { motives } from "./motives.ts";
import { people } from "./people.ts";
import { landAndServices } from "./places.ts";
import { profiles } from "./profiles.ts";
import { system } from "./system.ts";
import { turnover } from "./turnover.ts";
import { ways } from "./ways.ts";

export const MEASURES: readonly Measure[] = [
  ...people,
  ...ages,
  ...motives,
  ...money,
  ...capital,
  ...enterprises,
  ...landAndServices,
  ...coordination,
  ...gradients,
  ...functions,
  ...profiles,
  ...looks,
  ...ways,
  ...links,
  ...turnover,
  ...inequality,
  ...incomes,
  ...system,
  ...coupling,
  ...books,
];

export const INDICATORS: readonly IndicatorInfo[] = MEASURES;
