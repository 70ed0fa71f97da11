import type { ColumnType } from './types';

/** What the values of a column are, in the words of a sentence: "All 312 values are …". */
export const TYPE_WORDS: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'whole numbers',
  number: 'numbers',
  date: 'dates',
  datetime: 'dates with a time',
  boolean: 'yes or no',
  empty: 'empty',
};
