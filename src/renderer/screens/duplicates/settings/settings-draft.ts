import type { MatchSettings } from '@shared/match/types';

/** Changes to match settings while a person tries them; pure, so that they can be tested without a window. */

/** Thresholds that can be set: every five percent, finer towards certainty. */
export const STOPS: readonly number[] = [
  0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85,
  0.9, 0.92, 0.94, 0.96, 0.97, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999,
];

/** The stops with a threshold of the settings among them, whatever it is. */
export function stopsWith(value: number): readonly number[] {
  return STOPS.includes(value) ? STOPS : [...STOPS, value].sort((a, b) => a - b);
}

/** A threshold to the hundredth, so that the number a person agreed to is the number that holds. */
export function roundedThreshold(value: number): number {
  return Math.min(0.99, Math.max(0.01, Math.round(value * 100) / 100));
}

/** log2 odds of a probability strictly between 0 and 1. */
export function bits(probability: number): number {
  return Math.log2(probability / (1 - probability));
}

/** Moves one threshold; the other gives way, so that review never stands above match. */
export function withThreshold(
  settings: MatchSettings,
  which: 'match' | 'review',
  value: number,
): MatchSettings {
  return which === 'match'
    ? { ...settings, matchThreshold: value, reviewThreshold: Math.min(settings.reviewThreshold, value) }
    : { ...settings, reviewThreshold: value, matchThreshold: Math.max(settings.matchThreshold, value) };
}

/** Whether only thresholds differ: then the pairs are weighed already and the answer is quick. */
export function comparesTheSame(a: MatchSettings, b: MatchSettings): boolean {
  return (
    JSON.stringify({ ...a, matchThreshold: 0, reviewThreshold: 0 }) ===
    JSON.stringify({ ...b, matchThreshold: 0, reviewThreshold: 0 })
  );
}

export function isSame(a: MatchSettings, b: MatchSettings): boolean {
  return (
    comparesTheSame(a, b) && a.matchThreshold === b.matchThreshold && a.reviewThreshold === b.reviewThreshold
  );
}

/** Switches a generated rule off or on again. */
export function withRule(settings: MatchSettings, label: string, on: boolean): MatchSettings {
  const others = settings.blocking.off.filter((item) => item !== label);
  return { ...settings, blocking: { ...settings.blocking, off: on ? others : [...others, label].sort() } };
}

/** Adds a rule of keys, unless it is there. */
export function withAdded(settings: MatchSettings, keys: readonly string[]): MatchSettings {
  const rule = [...new Set(keys)].sort();
  const { added } = settings.blocking;
  if (rule.length === 0 || added.some((item) => sameKeys(item, rule))) return settings;
  return { ...settings, blocking: { ...settings.blocking, added: [...added, rule] } };
}

/** Takes a rule of a person away again. */
export function withoutAdded(settings: MatchSettings, keys: readonly string[]): MatchSettings {
  const added = settings.blocking.added.filter((item) => !sameKeys(item, keys));
  return { ...settings, blocking: { ...settings.blocking, added } };
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key) => b.includes(key));
}

/** Says whether a source has duplicates of its own. */
export function withUnique(settings: MatchSettings, source: string, unique: boolean): MatchSettings {
  const others = settings.unique.filter((id) => id !== source);
  return { ...settings, unique: unique ? [...others, source].sort() : others };
}

/** Says whether two sources are compared with each other. */
export function withApart(settings: MatchSettings, a: string, b: string, apart: boolean): MatchSettings {
  const [first, second] = a < b ? [a, b] : [b, a];
  const others = settings.apart.filter(
    ([x, y]) => !((x === first && y === second) || (x === second && y === first)),
  );
  return { ...settings, apart: apart ? [...others, [first, second]] : others };
}
