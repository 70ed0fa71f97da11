import { transformSentence } from '@shared/clean/step-sentence';
import type { Transform } from '@shared/mapping/types';

/** A transform in the words of the menu; steps and menu read the same. */
export function transformText(transform: Transform): string {
  return transformSentence(transform);
}

/** What the menu offers; those with a parameter are asked for it. */
export const OFFERED: readonly Transform[] = [
  { op: 'trim' },
  { op: 'case', to: 'name' },
  { op: 'case', to: 'upper' },
  { op: 'case', to: 'lower' },
  { op: 'date', order: 'DMY' },
  { op: 'date', order: 'MDY' },
  { op: 'date', order: 'YMD' },
  { op: 'number', decimal: '.' },
  { op: 'number', decimal: ',' },
  { op: 'boolean' },
  { op: 'email' },
  { op: 'url' },
  { op: 'country', to: 'name' },
  { op: 'country', to: 'iso2' },
  { op: 'nameFirst' },
  { op: 'nameLast' },
];

/** Transforms that need a word of the person first. */
export type AskedTransform = 'phone' | 'replace' | 'truncate' | 'default';

export const ASKED: readonly { readonly op: AskedTransform; readonly label: string }[] = [
  { op: 'phone', label: 'Phone of a country …' },
  { op: 'replace', label: 'Replace text …' },
  { op: 'truncate', label: 'Cut to length …' },
  { op: 'default', label: 'If empty, use …' },
];

/** The transform a person described, or null while the words do not make one. */
export function askedTransform(op: AskedTransform, first: string, second: string): Transform | null {
  switch (op) {
    case 'phone':
      return /^[a-z]{2}$/i.test(first.trim()) ? { op, country: first.trim().toUpperCase() } : null;
    case 'replace':
      return first === '' ? null : { op, find: first, with: second };
    case 'truncate': {
      const length = Number(first);
      return Number.isInteger(length) && length > 0 && length <= 131_072 ? { op, length } : null;
    }
    case 'default':
      return first.trim() === '' ? null : { op, value: first.trim() };
  }
}
