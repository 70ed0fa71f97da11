import type { MatchInput, MatchSettings } from './types';

/** What settings say about any two sources, by source index; `size` is the number of sources. */
export interface SourceRules {
  readonly size: number;
  /** 1 where records of the two sources are compared; symmetric, `size` × `size`. */
  readonly compared: Uint8Array;
  /** 1 for sources of which a cluster holds at most one record. */
  readonly single: Uint8Array;
  /** Whether all records are compared with all. */
  readonly all: boolean;
}

/** The rules between the sources of an input. Ids in the settings that no source has change nothing. */
export function sourceRules(input: MatchInput, settings: MatchSettings): SourceRules {
  const size = input.sourceIds.length;
  const compared = new Uint8Array(size * size).fill(1);
  const single = new Uint8Array(size);
  const part = (a: number, b: number): void => {
    if (a < 0 || b < 0) return;
    compared[a * size + b] = 0;
    compared[b * size + a] = 0;
  };
  input.sourceIds.forEach((id, source) => {
    const unique = settings.unique.includes(id);
    if (!settings.withinSource || unique) part(source, source);
    if (settings.oneToOne || unique) single[source] = 1;
  });
  for (const [a, b] of settings.apart) part(input.sourceIds.indexOf(a), input.sourceIds.indexOf(b));
  return { size, compared, single, all: compared.every((value) => value === 1) };
}

/** Which records are compared with which, by their sources. */
export interface ComparedSources {
  readonly rules: SourceRules;
  /** Source index per record. */
  readonly of: Uint16Array;
}

/** The rules with the source of each record, or null when all records are compared with all. */
export function comparedSources(input: MatchInput, settings: MatchSettings): ComparedSources | null {
  const rules = sourceRules(input, settings);
  return rules.all ? null : { rules, of: input.source };
}

/** Whether two records are compared. */
export function areCompared({ rules, of }: ComparedSources, left: number, right: number): boolean {
  return rules.compared[of[left]! * rules.size + of[right]!] === 1;
}
