import { sha256Hex } from '@shared/base/canonical';

const START = Date.parse('2026-11-14T09:00:00.000Z');

/** A clock that moves on by one second whenever it is looked at. */
export function scriptedClock(): () => string {
  let ticks = 0;
  return () => new Date(START + 1000 * ticks++).toISOString();
}

/** Hex digits that look random and are the same in every run. */
export function scriptedHex(): (bytes: number) => string {
  let calls = 0;
  return (bytes) => {
    let digits = '';
    for (let block = 0; digits.length < bytes * 2; block++)
      digits += sha256Hex(`winnow demo ${calls} ${block}`);
    calls++;
    return digits.slice(0, bytes * 2);
  };
}
