import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FunctionEntry } from '@shared/clean/expression/function-types';
import { FUNCTIONS } from '@shared/clean/expression/functions';
import { describe, expect, it } from 'vitest';

const guide = readFileSync(resolve(import.meta.dirname, '../../../../docs/guide/clean.md'), 'utf8');

const GROUPS: readonly (readonly [FunctionEntry['group'], string])[] = [
  ['choice', 'Choosing'],
  ['text', 'Text'],
  ['number', 'Numbers'],
  ['date', 'Dates'],
];

/** The functions of one group as the guide lists them. */
function table(group: FunctionEntry['group'], title: string): string {
  const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
  const rows = FUNCTIONS.filter((entry) => entry.group === group).map(
    ({ signature, sentence, example, result }) =>
      `| ${code(signature)} | ${sentence} | ${code(example)} → ${code(result)} |`,
  );
  return [`**${title}**`, '', '| function | what it gives | example |', '|---|---|---|', ...rows].join('\n');
}

describe('the guide to formulas', () => {
  it.each(GROUPS)('lists the functions of the group %s as they are', (group, title) => {
    expect(guide).toContain(table(group, title));
  });
});
