/** The month: every process, in the one order in which they run. */
import { access } from "./access.ts";
import { budgets } from "./budgets.ts";
import { coordination } from "./coordination/coordination.ts";
import { demography } from "./demography/demography.ts";
import { employment } from "./employment.ts";
import { enterprises } from "./enterprises/enterprises.ts";
import { functions } from "./functions/functions.ts";
import { households } from "./households/households.ts";
import { investment } from "./investment.ts";
import { landUse } from "./landUse/landUse.ts";
import { lending } from "./lending/lending.ts";
import { arrivals } from "./migration/arrivals.ts";
import { migration } from "./migration/migration.ts";
import { policies } from "./policies/policies.ts";
import type { Process } from "./process.ts";
import { production } from "./production.ts";
import { publicWorks } from "./publicWorks/publicWorks.ts";
import { rents } from "./rents.ts";

export const PROCESSES: readonly Process[] = [
  policies, // levers first: everything after sees this month's
  production, // yields, wages and wanted hands, before anyone is hired or paid
  employment, // who works this month
  households, // is paid, spends and saves
  lending, // what was saved can be lent
  investment, // what was lent becomes capital
  functions, // of works in some branch; what places make of each other holds from next month
  landUse, // firms that could not place their investment ask for land, for next month
  budgets, // taxes and land sales are in: governments spend
  publicWorks, // besides, policies build, for all to see from next month on
  access, // what they spent is within reach or not
  rents, // what crowding costs
  migration, // people look at all that and move
  arrivals, // so do those elsewhere who know someone here
  demography, // and are born, learn, grow old and die
  coordination, // last, on the year's sales and treasuries: places settle what they do together
  enterprises, // all accounts of firms are done: each enterprise gets its part, some close, begin or move
];
