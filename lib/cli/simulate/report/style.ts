// The look of the report: one column, two palettes, and a version for paper. Colours were chosen to
// be told apart in both palettes, with the usual colour blindnesses too; no meaning hangs on colour
// alone.

export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f6f7f9; --line: #d9dde3; --grid: #e6e9ee;
  --text: #1b2330; --quiet: #5a6475; --calls: #a9c1e6; --contacts: #1f5fbf;
  --agents: #d5d9e0; --busy: #0f7d72; --abandoned: #c2681a; --cap: #b3202c; --good: #0f7d72;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14181f; --panel: #1c222c; --line: #343d4b; --grid: #2a323e;
    --text: #e8ebf0; --quiet: #a3adbd; --calls: #38527c; --contacts: #7eb0ff;
    --agents: #3c4655; --busy: #3cc4b4; --abandoned: #f0a04b; --cap: #ff7a80; --good: #3cc4b4;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
}
main { max-width: 1000px; margin: 0 auto; padding: 40px 24px 64px; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 6px; letter-spacing: -0.01em; }
h2 { font-size: 20px; line-height: 1.3; margin: 0 0 4px; }
h2.variant { margin: 56px 0 4px; padding-top: 24px; border-top: 2px solid var(--line); font-size: 24px; }
p { margin: 0 0 12px; max-width: 75ch; }
.quiet { color: var(--quiet); }
.note { border-left: 4px solid var(--abandoned); background: var(--panel); padding: 10px 14px; margin: 16px 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 290px), 1fr)); gap: 12px; margin: 24px 0 8px; padding: 0; list-style: none; }
.tiles li { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: 14px 16px; }
.tiles .what { display: block; color: var(--quiet); font-size: 13px; }
.tiles .value { display: block; font-size: 25px; line-height: 1.3; font-weight: 650; font-variant-numeric: tabular-nums; letter-spacing: -0.01em; }
.tiles .more { display: block; color: var(--quiet); font-size: 13px; line-height: 1.4; }
.tiles .over { color: var(--cap); }
section { margin: 40px 0 0; }
figure { margin: 12px 0 0; }
figcaption { color: var(--quiet); font-size: 14px; margin: 0 0 10px; max-width: 75ch; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { fill: var(--quiet); font-size: 12px; font-variant-numeric: tabular-nums; }
svg .strong { fill: var(--text); }
svg .halo { stroke: var(--page); stroke-width: 4px; paint-order: stroke; stroke-linejoin: round; }
svg .label { fill: var(--text); font-size: 13px; }
.grid { stroke: var(--grid); stroke-width: 1; }
.axis { stroke: var(--line); stroke-width: 1; }
.calls { fill: var(--calls); } .contacts { fill: var(--contacts); } .agents { fill: var(--agents); }
.busy { fill: var(--busy); } .abandoned { fill: var(--abandoned); } .good { fill: var(--good); }
.over-cap { fill: var(--cap); }
.cap { stroke: var(--cap); stroke-width: 2; stroke-dasharray: 6 4; }
svg .cap-text { fill: var(--cap); }
.keys { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0 0 8px; padding: 0; list-style: none; font-size: 14px; }
.keys svg { display: inline-block; width: 12px; height: 12px; margin-right: 6px; vertical-align: -1px; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr)); gap: 0 40px; }
details { margin: 10px 0 0; font-size: 14px; }
summary { cursor: pointer; color: var(--quiet); width: fit-content; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 10px 0 0; font-size: 14px; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--quiet); padding: 0 0 4px; }
th, td { text-align: right; padding: 5px 10px; border-bottom: 1px solid var(--grid); vertical-align: top; }
tbody th { font-weight: 400; } thead th { font-weight: 600;  border-bottom: 1px solid var(--line); color: var(--quiet); }
th:first-child, td:first-child, td.text, th.text { text-align: left; }
tfoot th, tfoot td { border-top: 1px solid var(--line); border-bottom: 0; font-weight: 650; }
footer { margin-top: 48px; padding-top: 16px; border-top: 1px solid var(--line); color: var(--quiet); font-size: 13px; }
@media (max-width: 640px) {
  main { padding: 24px 14px 48px; }
  h1 { font-size: 24px; }
  h1, h2, p, figcaption, .tiles li { overflow-wrap: break-word; }
  /* plots over time keep a size that can be read, and are moved sideways */
  .plot figure { overflow-x: auto; }
  .plot figure > svg { min-width: 760px; }
  .tiles { grid-template-columns: 1fr 1fr; gap: 8px; }
  .tiles li { padding: 10px 12px; }
  .tiles .value { font-size: 20px; }
  th, td { padding: 5px 6px; }
  /* wide tables are moved sideways; what a row is about stays in sight */
  .wide th:first-child { position: sticky; left: 0; background: var(--page); }
  .wide td.text { min-width: 220px; }
}
@media print {
  :root {
    color-scheme: light;
    --page: #ffffff; --panel: #ffffff; --line: #b9bec7; --grid: #dfe3e8;
    --text: #000000; --quiet: #3d4552; --calls: #a9c1e6; --contacts: #1f5fbf;
    --agents: #d5d9e0; --busy: #0f7d72; --abandoned: #c2681a; --cap: #b3202c; --good: #0f7d72;
  }
  @page { margin: 16mm 14mm; }
  body { font-size: 11pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  .tiles { grid-template-columns: repeat(3, 1fr); }
  .pair { grid-template-columns: 1fr 1fr; gap: 0 24px; break-inside: avoid; }
  .tiles .value { font-size: 20px; }
  section.plot { break-inside: avoid; }
  section.costs { break-before: page; margin-top: 0; }
  th, td { padding: 3px 6px; }
  section { margin-top: 22px; }
  figure, .tiles li, tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  h2.variant { break-before: page; border-top: 0; }
  table { font-size: 9pt; }
  tfoot { display: table-row-group; }
  details:not([open]) { display: none; }
}
`.trim();
