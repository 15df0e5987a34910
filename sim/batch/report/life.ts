/** One agent's life in plain words, for a terminal. */
import type { Life, LifeEvent, MoveKind, Situation, Why } from "../../engine/trace/life.ts";
import { TERM_LABELS } from "../../indicators/motives.ts";
import { TERMS } from "../../processes/migration/terms.ts";
import { grouped } from "./figures.ts";
import { layOut } from "./layout.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const DOING: Readonly<Record<Situation["doing"], string>> = {
  none: "without work or still a pupil",
  farming: "farming",
  searching: "looking for work",
  processing: "working in farm processing",
  manufacturing: "working in manufacturing",
  services: "working in services",
  public: "working in public service",
  outside: "working",
  retired: "retired",
};

const MOVES: Readonly<Record<MoveKind, (from: string, to: string, work: string) => string>> = {
  leaves: (from, to) => `leaves ${from} for ${to}; the family's home stays`,
  movesOn: (from, to) => `moves on from ${from} to ${to}`,
  returns: (from, to) => `returns from ${from} to ${to}`,
  settles: (_, to) => `settles in ${to} for good`,
  commutes: (_, to, work) => `stays in ${to} and goes to ${work} for work each day`,
  farms: (_, to) => `takes up farming in ${to}`,
  seeksWork: (_, to) => `stays in ${to}`,
  isTaken: (_, to) => `goes with a parent to ${to}`,
};

export function lifeText(life: Life): string {
  const { agent, scenario, seed, sex, born, scale, from, until, hash, version } = life;
  const who = `${sex === "female" ? "a woman" : "a man"} born in ${MONTHS[born.month - 1]} ${born.year}`;
  const alike = scale === 1 ? "" : `, one of ${grouped(scale)} alike`;
  const lines = life.events.flatMap((event) => {
    const date = `${MONTHS[event.month - 1]} ${event.year}, ${event.age}`;
    const why = event.event === "moves" && event.why !== null ? reasons(event.why) : [];
    return [[date, sentence(event, life)], ...why.map((line) => ["", `  ${line}`])];
  });
  const years = life.years.map(({ year, income, sent, savings, thoughts }) => [
    String(year),
    ...[income, sent, savings, thoughts].map(grouped),
  ]);
  return [
    `Agent ${agent} of ${scenario}, ${from}–${until}, seed ${seed}: ${who}${alike}`,
    "",
    layOut(lines, "<<"),
    "",
    layOut([["", "income", "sent home", "savings", "thoughts"], ...years], "<>>>>"),
    "Yuan of 2020 for each person; savings at the end of the year; thoughts of another way of life.",
    "",
    `hash ${hash}  urflow ${version}`,
  ].join("\n");
}

function sentence(event: LifeEvent, { places }: Life): string {
  const name = (id: string): string => places[id].en;
  switch (event.event) {
    case "begins":
      return `${livingAs(event.situation, name)}; ${event.schooling} years of schooling`;
    case "arrives":
      return `comes from elsewhere to ${name(event.situation.residence)}, ${DOING[event.situation.doing]}`;
    case "isBorn":
      return `is born in ${name(event.situation.residence)}, child of agent ${event.mother}`;
    case "leavesSchool":
      return `leaves school after ${event.schooling} years to work`;
    case "goesOn":
      return `goes on to ${event.schooling > 12 ? "college" : "upper secondary school"}`;
    case "isHired":
      return `${event.first ? "first job: " : ""}${DOING[event.doing]} in ${name(event.place)}`;
    case "losesWork":
      return `has no work any more in ${name(event.place)} and looks for it`;
    case "moves": {
      const { kind, from, to, minutes } = event;
      const away = kind === "leaves" || kind === "movesOn" || kind === "commutes";
      const words = MOVES[kind](name(from.residence), name(to.residence), name(to.workplace));
      return `${words}, ${DOING[to.doing]}${away ? `, ${Math.round(minutes)} minutes from home` : ""}`;
    }
    case "marries": {
      const { from, to } = event;
      const moved =
        from.residence === to.residence
          ? ""
          : `, moves from ${name(from.residence)} to ${name(to.residence)}`;
      const work = from.doing === to.doing ? "" : `, ${DOING[to.doing]}`;
      return `marries agent ${event.agent}${moved}${work}`;
    }
    case "hasChild":
      return `has a child, agent ${event.agent}`;
    case "foundsFirm":
      return `founds an enterprise with ${grouped(event.amount)} yuan of savings`;
    case "inherits":
      return `inherits ${grouped(event.amount)} yuan`;
    case "retires":
      return "retires";
    case "dies":
      return "dies";
  }
}

function livingAs(situation: Situation, name: (id: string) => string): string {
  const { residence, workplace, home, doing } = situation;
  const at = residence === home ? "at home in" : "in";
  const from = residence === home ? "" : `, home in ${name(home)}`;
  const work = workplace === residence ? "" : ` in ${name(workplace)}`;
  return `lives ${at} ${name(residence)}${from}, ${DOING[doing]}${work}`;
}

/** The terms that count, the strongest first, and what they come to. */
function reasons({ terms, difference, chance, chanceToStay, alternatives }: Why): string[] {
  const parts = TERMS.map((term) => [term, terms[term]] as const)
    .filter(([, value]) => Math.abs(value) >= 0.005)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .map(([term, value]) => `${TERM_LABELS[term].en} ${signed(value)}`);
  return [
    `because of ${parts.join(", ")}`,
    `in all ${signed(difference)} over the life before; of ${alternatives} ways of life this one had a chance of ` +
      `${percent(chance)}, going on as before ${percent(chanceToStay)}`,
  ];
}

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
