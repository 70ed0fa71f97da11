import { conditionSentence } from '../clean/step-sentence';
import type { Derivation } from './types';

/** How a table is made, in words, without a full stop: `The rows of Contacts where Type is “Company”` */
export function derivationWords(derivation: Derivation, from: string): string {
  switch (derivation.kind) {
    case 'apart':
      return `The rows of ${from} where ${derivation.where.map(conditionSentence).join(' and ')}`;
    case 'distinct':
      return `One row for every ${words(derivation.by)} in ${from}`;
    case 'items':
      return `One row for every entry in ${words(derivation.columns)} of ${from}`;
  }
}

function words(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
