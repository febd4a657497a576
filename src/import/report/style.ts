/** The report's style sheet. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fff; --page: #f5f4f0; --ink: #1d2327; --soft: #566068; --line: #d9d6cd;
  --accent: #0b5d7a; --bad: #a3231a; --bad-paper: #fdecea; --warn: #7a4b00; --warn-paper: #fdf3dc;
  --good: #1c6434; --good-paper: #e6f4ea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1c2124; --page: #121618; --ink: #e8eaeb; --soft: #a5b0b6; --line: #384147;
    --accent: #7cc4e0; --bad: #ffa59c; --bad-paper: #40201d; --warn: #f2c46d; --warn-paper: #3a2d12;
    --good: #8fd6a4; --good-paper: #17351f;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: clamp(1.6rem, 5vw, 2.2rem); line-height: 1.15; margin: 0 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem; }
h3, h4 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p { margin: 0 0 .75rem; max-width: 42rem; }
a { color: var(--accent); }
.soft { color: var(--soft); }
.notice { background: var(--warn-paper); color: var(--warn); padding: .6rem .9rem; border-radius: .4rem; font-weight: 600; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .6rem; list-style: none; margin: 1rem 0; padding: 0; }
.tiles li { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .7rem .9rem; }
.tiles b { display: block; font-size: 1.7rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
.tiles .bad b { color: var(--bad); } .tiles .warn b { color: var(--warn); } .tiles .good b { color: var(--good); }
.scroll { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
th, td { text-align: start; vertical-align: top; padding: .45rem .7rem; border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
td { min-width: 7rem; } td.number { min-width: 0; }
thead th { color: var(--soft); font-size: .82rem; }
th.number, td.number, .badge { overflow-wrap: normal; }
th.number, td.number { text-align: end; font-variant-numeric: tabular-nums; }
tbody th { font-weight: 500; min-width: 12rem; overflow-wrap: break-word; }
td.zero { color: var(--soft); }
.example { display: block; color: var(--soft); font-size: .86rem; font-weight: 400; }
.entry { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 .6rem; }
.entry > summary { padding: .7rem 1rem; cursor: pointer; }
.entry > summary h3 { display: inline; margin: 0; font-size: 1.03rem; }
.entry > div { padding: 0 1rem 1rem; }
summary:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .2rem; }
.badges { display: flex; flex-wrap: wrap; gap: .35rem; margin: .35rem 0 0; }
.badge { font-size: .8rem; line-height: 1.4; padding: .05rem .5rem; border-radius: 1rem; border: 1px solid var(--line); color: var(--soft); }
.badge.bad { background: var(--bad-paper); color: var(--bad); border-color: transparent; }
.badge.warn { background: var(--warn-paper); color: var(--warn); border-color: transparent; }
.badge.good { background: var(--good-paper); color: var(--good); border-color: transparent; }
.findings { list-style: none; margin: 0; padding: 0; }
.findings li { border-inline-start: 4px solid var(--line); padding: .1rem 0 .1rem .8rem; margin: 0 0 .7rem; }
.findings li.error { border-color: var(--bad); } .findings li.warning { border-color: var(--warn); }
.findings .where { display: block; color: var(--soft); font-size: .84rem; }
.repairs { margin: 0 0 .5rem; } .repairs summary { cursor: pointer; }
.repairs ul, .plain { margin: .4rem 0 .6rem; padding-inline-start: 1.2rem; }
.repairs li { margin-bottom: .3rem; }
.text { white-space: pre-wrap; background: var(--page); border-radius: .35rem; padding: .6rem .8rem; margin: 0 0 .6rem; font-size: .93rem; }
del { background: var(--bad-paper); color: var(--bad); }
ins { background: var(--good-paper); color: var(--good); text-decoration-thickness: 2px; text-underline-offset: 2px; }
.sign { font-size: .78em; border: 1px solid currentColor; border-radius: .25rem; padding: 0 .25em; white-space: nowrap; }
dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: .2rem .8rem; font-size: .9rem; }
dt { color: var(--soft); } dd { margin: 0; }
@media (max-width: 36rem) {
  dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; }
  th, td { padding: .4rem .5rem; }
}
@media print { .entry { break-inside: avoid; } }
`;
