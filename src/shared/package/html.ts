import { sha256 } from '@noble/hashes/sha2.js';
import { escapeHtml, type Markup } from '../base/html';

/** Colours of the dispositions on paper; the same in the app (light). */
export const DISPOSITION_COLOURS = {
  exported: '#00805c',
  merged: '#0067a3',
  excluded: '#b97f00',
  rejected: '#c8500a',
  held: '#a85488',
} as const;

const STYLE = `
:root { color-scheme: light; }
body { margin: 2.5rem auto; max-width: 64rem; padding: 0 1.5rem; background: #fffefb; color: #1d1f23;
  font: 14px/1.5 Inter, system-ui, -apple-system, "Segoe UI", sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-size: 22px; font-weight: 650; letter-spacing: -0.01em; margin: 0 0 4px; }
h2 { font-size: 17px; font-weight: 650; margin: 32px 0 8px; }
h3 { font-size: 14px; font-weight: 650; margin: 18px 0 4px; }
p { margin: 4px 0 10px; }
.quiet { color: #5b5f68; }
table { border-collapse: collapse; width: 100%; margin: 6px 0 14px; }
th, td { text-align: left; vertical-align: top; padding: 4px 10px 4px 0; border-bottom: 1px solid #e4e1da; }
thead th { border-bottom-color: #d3cfc5; font-weight: 600; color: #5b5f68; }
tfoot td, tfoot th { border-top: 1px solid #1d1f23; border-bottom: 0; font-weight: 650; }
.n { text-align: right; }
code { font: 12px/1.4 ui-monospace, "SF Mono", Consolas, monospace; overflow-wrap: anywhere; }
.waiver { border: 2px solid #c8500a; border-radius: 8px; padding: 10px 14px; margin: 14px 0; }
.waiver h2 { margin-top: 0; color: #c8500a; }
.item { border: 1px solid #d3cfc5; border-radius: 8px; padding: 10px 14px; margin: 10px 0; break-inside: avoid; }
.item h3 { margin-top: 0; }
.bar { display: block; width: 100%; height: 14px; margin: 8px 0 4px; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 2px 0 10px; padding: 0; list-style: none; }
${Object.entries(DISPOSITION_COLOURS)
  .map(([word, colour]) => `.legend .${word}::before { content: "\\25A0\\00A0"; color: ${colour}; }`)
  .join('\n')}
@media print { body { margin: 0; max-width: none; padding: 0; background: #fff; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
`;

/** The style is allowed by its hash; nothing else is: no script, no picture, no address. */
const POLICY = `default-src 'none'; style-src 'sha256-${base64(sha256(new TextEncoder().encode(STYLE)))}'; base-uri 'none'; form-action 'none'`;

/** A whole page that stands alone: printable, without scripts, without anything loaded from elsewhere. */
export function page(title: string, body: Markup): Uint8Array {
  const text = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body.text}
</body>
</html>
`;
  return new TextEncoder().encode(text);
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
