import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(resolve(import.meta.dirname, '../../src/renderer/app/tokens.css'), 'utf8');

/** The colours of one scheme: `#rrggbb` by token. */
function scheme(name: 'light' | 'dark'): ReadonlyMap<string, string> {
  const start = css.lastIndexOf(`[data-mantine-color-scheme="${name}"]`);
  const block = css.slice(css.indexOf('{', start), css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, token = '', value = '']) => [token, value]),
  );
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['bg', 'panel', 'sunken', 'hover', 'accent-tint'];
const DISPOSITIONS = ['exported', 'merged', 'excluded', 'rejected', 'held'];

describe.each(['light', 'dark'] as const)('the %s colours', (name) => {
  const colors = scheme(name);
  const ratio = (text: string, ground: string) => contrast(colors.get(text) ?? '', colors.get(ground) ?? '');

  it.each(GROUNDS)('keep text a person must read at 4.5:1 on %s', (ground) => {
    for (const text of ['ink', 'ink-2', 'accent-ink']) {
      expect(ratio(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(DISPOSITIONS)('keep the word %s readable on its tint and on a panel', (disposition) => {
    expect(ratio(`${disposition}-ink`, `${disposition}-tint`)).toBeGreaterThanOrEqual(4.5);
    expect(ratio(`${disposition}-ink`, 'panel')).toBeGreaterThanOrEqual(4.5);
  });

  it('keep the mark of each disposition visible at 3:1', () => {
    for (const disposition of DISPOSITIONS) expect(ratio(disposition, 'panel')).toBeGreaterThanOrEqual(3);
  });

  it('keep the primary button readable', () => {
    expect(ratio('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
  });
});
