import type { Column } from '../table/types';
import { readSeconds } from '../target/date-format';
import { recordsWhere } from './findings';

/** Fewest records with a time before anything is said about their hours. */
const FEWEST = 20;
/** Share of them that must stand at two neighbouring whole hours. */
const SHARE = 0.9;

/**
 * The records whose moment is very likely a day that lost its time zone: nearly all of the column stands at the same
 * whole hour, or at two neighbouring ones (summer and winter time), and that is not midnight. A loader that reads them as
 * UTC puts half of the world on the day before. Empty when the column does not look so.
 */
export function shiftedMoments(column: Column, dateTimeFormat: string): Uint32Array {
  const hourOf = new Int8Array(column.values.length).fill(-1);
  for (let code = 1; code < column.values.length; code++)
    hourOf[code] = wholeHour(readSeconds(column.values[code]!, dateTimeFormat));
  const perHour = new Uint32Array(24);
  let filled = 0;
  for (const code of column.codes) {
    if (code === 0) continue;
    filled++;
    const hour = hourOf[code]!;
    if (hour >= 0) perHour[hour]!++;
  }
  if (filled < FEWEST) return new Uint32Array(0);
  for (let hour = 1; hour < 24; hour++) {
    const next = (hour + 1) % 24;
    const together = perHour[hour]! + (next === 0 ? 0 : perHour[next]!);
    if (perHour[hour]! > 0 && together >= SHARE * filled)
      return recordsWhere(column.codes.length, (record) => {
        const found = hourOf[column.codes[record]!]!;
        return found === hour || (next !== 0 && found === next);
      });
  }
  return new Uint32Array(0);
}

/** The hour of a moment on the full hour, else -1. */
function wholeHour(seconds: number | null): number {
  return seconds !== null && seconds % 3600 === 0 ? seconds / 3600 : -1;
}
