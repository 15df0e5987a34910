/** The style sheet of a report: print-like, light or dark, no fonts from elsewhere. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1d2326; --faint: #5b666b; --line: #d9dedf; --paper: #fff; --tint: #f3f6f5;
  --line-0: #00695c; --line-1: #c2570c; --line-2: #3949ab; --line-3: #8e24aa; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaea; --faint: #a3aeb1; --line: #3a4447; --paper: #14191b;
  --tint: #1c2325; --line-0: #4db6ac; --line-1: #ffa65c; --line-2: #9fa8da; --line-3: #ce93d8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 68rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
.language { position: absolute; opacity: 0; }
label { cursor: pointer; margin-right: 1rem; color: var(--faint); }
#english:checked ~ [for=english], #chinese:checked ~ [for=chinese] { color: var(--ink); border-bottom: 2px solid var(--line-0); }
#english:focus-visible ~ [for=english], #chinese:focus-visible ~ [for=chinese] { outline: 2px solid var(--line-0); }
#english:checked ~ main [lang=zh-Hans], #chinese:checked ~ main [lang=en] { display: none; }
h1 { font-size: 1.1rem; font-weight: 600; margin: 2rem 0 0; }
.headline { font: 1.7rem/1.35 Georgia, "Noto Serif SC", "Songti SC", serif; margin: .3rem 0 .6rem; max-width: 46rem; }
.about { color: var(--faint); margin: 0; }
.told { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .8rem 2rem; margin: 1.2rem 0 0; }
.told dt { font-weight: 600; }
.told dd { margin: .2rem 0 0; }
h2 { font-size: 1.15rem; margin: 2.6rem 0 .6rem; padding-top: .7rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .92rem; }
th, td { padding: .28rem 1.3rem .28rem 0; text-align: left; vertical-align: top; font-weight: 400; }
thead th { color: var(--faint); border-bottom: 1px solid var(--line); }
tbody tr:nth-child(even) { background: var(--tint); }
.figures td, .figures th + th { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.figures tbody th { min-width: 9.5em; }
.charts { display: grid; gap: 1.6rem; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); }
figure { margin: 0; break-inside: avoid; }
figcaption { font-weight: 600; font-size: .95rem; } small { font-weight: 400; color: var(--faint); }
svg { width: 100%; height: auto; display: block; font-size: 11px; }
svg text { fill: var(--faint); }
.grid { stroke: var(--line); stroke-width: .7; }
.zero { stroke: var(--faint); stroke-width: .9; }
path { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
path.line-0 { stroke: var(--line-0); } i.line-0 { border-top: 3px solid var(--line-0); }
path.line-1 { stroke: var(--line-1); stroke-dasharray: 6 3; } i.line-1 { border-top: 3px dashed var(--line-1); }
path.line-2 { stroke: var(--line-2); stroke-dasharray: 2 3; } i.line-2 { border-top: 3px dotted var(--line-2); }
path.line-3 { stroke: var(--line-3); stroke-dasharray: 9 3 2 3; } i.line-3 { border-top: 3px dashed var(--line-3); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1rem; list-style: none; margin: .2rem 0 0; padding: 0; font-size: .85rem; }
.legend i { display: inline-block; width: 1.3rem; margin-right: .4rem; vertical-align: middle; }
dt { margin-top: .5rem; } dd { margin: 0 0 0 1.2rem; }
code { font-size: .88em; overflow-wrap: anywhere; } a { color: inherit; }
footer { margin-top: 3rem; padding-top: .7rem; border-top: 1px solid var(--line); color: var(--faint); font-size: .88rem; }
@media print { body { max-width: none; padding: 0; } .language, label { display: none; } }
`;
