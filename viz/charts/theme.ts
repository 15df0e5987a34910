/** The colours of the style sheet, for what is drawn on a canvas; they change with the colour scheme. */
import { signal } from "@preact/signals";

export interface Theme {
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly paper: string;
  readonly line: string;
  readonly band: string;
  readonly ghost: string;
  readonly marker: string;
  readonly up: string;
  readonly down: string;
  readonly level: string;
  readonly node: string;
  readonly font: string;
}

function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of("ink"),
    muted: of("muted"),
    rule: of("rule"),
    paper: of("paper"),
    line: of("line"),
    band: of("band"),
    ghost: of("ghost"),
    marker: of("marker"),
    up: of("up"),
    down: of("down"),
    level: of("level"),
    node: of("node"),
    font: of("sans"),
  };
}

/** What the bubble over a point of a chart looks like. */
export const tooltipOf = ({ ink, paper, font }: Theme) => ({
  backgroundColor: ink,
  titleColor: paper,
  bodyColor: paper,
  titleFont: { family: font, size: 12 },
  bodyFont: { family: font, size: 12 },
  cornerRadius: 3,
});

/** The theme in force. Views that read it are drawn again when the reader's system turns dark or light. */
export const theme = signal<Theme>(readTheme());

for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) {
  window.matchMedia(query).addEventListener("change", () => {
    theme.value = readTheme();
  });
}

/** True where the reader asked for less motion. */
export const isStill = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
