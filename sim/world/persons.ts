import { column } from "./table.ts";

// Codes stand alone, so that a bundler writes them as numbers into the loops that use them; an object's property would
// be looked up once for every person.

export const NONE = 0;
export const FARMING = 1;
export const SEARCHING = 2;
export const OUTSIDE_WORK = 7;
export const RETIRED = 8;

/** Codes of `persons.activity`. The modern ones, 3 to 6, are also the rows of a place's jobs. */
export const Activity = {
  none: NONE,
  farming: FARMING,
  searching: SEARCHING,
  processing: 3,
  manufacturing: 4,
  services: 5,
  public: 6,
  outside: OUTSIDE_WORK,
  retired: RETIRED,
} as const;
/** How many activity codes there are: the stride of tables by settlement and activity. */
export const ACTIVITIES = 9;

export const COMMUTING = 1;
export const CIRCULATING = 2;
export const SETTLED = 3;

/** Codes of `persons.mode`: how the person's life is spread over places. */
export const Mode = {
  /** Lives at home (or where the family has settled for good). */
  home: 0,
  /** Lives at home and works elsewhere within reach. */
  commuting: COMMUTING,
  /** Lives away while the family's home, land and account stay behind. */
  circulating: CIRCULATING,
  /** Has settled away with the account; the home in the old place is no longer used by them. */
  settled: SETTLED,
} as const;

export const ALIVE = 1;
export const FEMALE = 2;
/** Has married, widows and widowers among them. */
export const MARRIED = 4;

/** Mean years of schooling: who has them earns the place's wage, and those who come from beyond do; assumed. */
export const MEAN_SCHOOLING = 10;

/** No row: used where an index column of persons points at nothing. */
export const NOBODY = 0xffffffff;

/** Interest and inheritance fill nobody's account beyond this, yuan: the column holds little more. */
export const MOST_SAVINGS = 2_000_000_000;

/** Codes of `households.homestead`. */
export const Homestead = { none: 0, used: 1, idle: 2, reclaimed: 3 } as const;

export const personColumns = {
  key: column(
    "u32",
    "",
    "luck key: every draw of this agent is keyed by it; a child's derives from its mother's",
  ),
  household: column("u32", "row of households", "the family, where its house and land are"),
  next: column(
    "u32",
    "row of persons",
    "next member of the same household, or the next free row if not alive",
  ),
  savings: column("i32", "yuan per person", "deposits of each person the agent stands for"),
  born: column("i16", "month since start", "month of birth; negative before the start"),
  left: column(
    "i16",
    "month since start",
    "month in which the person last left home; below zero before the start",
  ),
  residence: column("u16", "row of settlements", "where the person lives"),
  workplace: column("u16", "row of settlements", "where the person works or looks for work"),
  registered: column("u16", "row of settlements", "place of registration (hukou)"),
  activity: column("u8", "code", "what the person does: see Activity"),
  mode: column("u8", "code", "how life is spread over places: see Mode"),
  schooling: column("u8", "years", "years of schooling completed, or those of the stage a pupil is at"),
  flags: column("u8", "bits", "1 alive, 2 female, 4 has married"),
} as const;

export const householdColumns = {
  first: column("u32", "row of persons", "first member; the others follow by persons.next"),
  home: column("u16", "row of settlements", "the settlement of the family's house and land"),
  members: column("u16", "agents", "living members, wherever they are"),
  present: column("u16", "agents", "members who live in the home settlement"),
  children: column(
    "u8",
    "agents",
    "members under 16 in the home settlement, as counted within the last year",
  ),
  elders: column("u8", "agents", "members of 65 and more there, counted likewise"),
  event: column(
    "u16",
    "months since start, plus one",
    "the last birth or death in the family; 0 for none yet",
  ),
  homestead: column("u8", "code", "0 none, 1 used, 2 idle, 3 reclaimed"),
} as const;
