/** The whole style of the report: light and dark by the reader's setting, and for paper. No address, no picture. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --bg: #fffefb; --ink: #1d1f23; --quiet: #5b5f68; --line: #e4e1da; --line2: #d3cfc5;
  --bar: #0067a3; --tint: #e0eef7; --bad: #a63f04; --badtint: #fbe6da; --good: #006b4d; --alt: #b97f00; --alt2: #a85488; --alt3: #00805c; }
@media (prefers-color-scheme: dark) { :root { --bg: #1c1f23; --ink: #e9eaec; --quiet: #a4a9b3; --line: #2b2f35; --line2: #3a3f47;
  --bar: #5fb3ea; --tint: #15304a; --bad: #f39a68; --badtint: #40230f; --good: #55d0a8; --alt: #e5b04a; --alt2: #dd92bf; --alt3: #3ec79b; } }
* { box-sizing: border-box; }
body { margin: 2.5rem auto; max-width: 72rem; padding: 0 1.5rem; background: var(--bg); color: var(--ink);
  font: 14px/1.5 Inter, system-ui, -apple-system, "Segoe UI", sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-size: 23px; font-weight: 650; letter-spacing: -0.01em; margin: 0 0 4px; }
h2 { font-size: 19px; font-weight: 650; margin: 40px 0 6px; padding-top: 14px; border-top: 1px solid var(--line2); }
h3 { font-size: 15px; font-weight: 650; margin: 22px 0 6px; }
h4 { font-size: 14px; font-weight: 650; margin: 0; overflow-wrap: anywhere; }
p { margin: 4px 0 8px; max-width: 95ch; }
a { color: inherit; }
.quiet { color: var(--quiet); }
.small { font-size: 12px; }
.bad { color: var(--bad); }
.good { color: var(--good); }
td:first-child:not(:only-child) { overflow-wrap: break-word; }
table { border-collapse: collapse; width: 100%; margin: 6px 0 14px; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { overflow-wrap: normal; border-bottom-color: var(--line2); font-weight: 600; color: var(--quiet); }
.n { text-align: right; white-space: nowrap; }
ul { margin: 4px 0 10px; padding-left: 18px; }
code { font: 12px/1.5 ui-monospace, "SF Mono", Consolas, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
.figure { font-size: 30px; font-weight: 680; letter-spacing: -0.02em; }
.columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 12px; }
.column { border: 1px solid var(--line2); border-radius: 8px; padding: 10px 12px; break-inside: avoid; min-width: 0; }
.column header { display: flex; gap: 8px; align-items: baseline; justify-content: space-between; }
.column ul { font-size: 12px; }
.values { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 10px; font-size: 12px; margin: 4px 0; }
.values span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
svg { display: block; width: 100%; margin: 5px 0; }
.fill { fill: var(--bar); } .track { fill: var(--line); }
.p0 { fill: var(--bar); } .p1 { fill: var(--alt); } .p2 { fill: var(--alt2); } .p3 { fill: var(--alt3); } .p4 { fill: var(--line2); }
@media print { body { margin: 0; max-width: none; padding: 0; } h2 { break-before: page; } h2:first-of-type { break-before: auto; }
  h3 { break-after: avoid; } tr { break-inside: avoid; } }
`;
