import type { ColumnProfile, TableProfile } from '../profile/types';
import { countCodes } from '../table/column';
import type { Column, Table } from '../table/types';

/** A column with its profile and a sample of its distinct values, as suggestions look at it. */
export interface ColumnView {
  readonly column: Column;
  readonly profile: ColumnProfile;
  /** Distinct filled values spread evenly, with their rows; at most 400. */
  readonly sample: readonly { readonly value: string; readonly count: number }[];
}

const SAMPLE = 400;

/** One view per column that has a profile. */
export function columnViews(table: Table, profile: TableProfile): ColumnView[] {
  const profiles = new Map(profile.columns.map((column) => [column.name, column]));
  return table.columns.flatMap((column) => {
    const found = profiles.get(column.name);
    return found ? [{ column, profile: found, sample: sampleOf(column) }] : [];
  });
}

function sampleOf(column: Column): { value: string; count: number }[] {
  const counts = countCodes(column);
  const step = Math.max(1, (counts.length - 1) / SAMPLE);
  const sample: { value: string; count: number }[] = [];
  for (let at = 1; at < counts.length && sample.length < SAMPLE; at += step) {
    const code = Math.floor(at);
    if (counts[code]! > 0) sample.push({ value: column.values[code]!, count: counts[code]! });
  }
  return sample;
}

/** Share of the sampled rows whose value passes, 0..1. */
export function shareOf(view: ColumnView, test: (value: string) => boolean): number {
  let passed = 0;
  let all = 0;
  for (const { value, count } of view.sample) {
    all += count;
    if (test(value)) passed += count;
  }
  return all === 0 ? 0 : passed / all;
}
