/** Day everything in the samples is relative to. */
export const REFERENCE_DATE = '2026-11-14';

const DAY_MS = 86_400_000;
const REFERENCE_MS = Date.UTC(2026, 10, 14);

/** ISO date so many days before the reference date. */
export function daysAgo(days: number): string {
  return new Date(REFERENCE_MS - days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from an ISO date to the reference date. */
export function daysSince(iso: string): number {
  return Math.round((REFERENCE_MS - Date.parse(`${iso}T00:00:00Z`)) / DAY_MS);
}

/** `2026-11-14` → `14/11/2026`; '' stays ''. */
export function slashDate(iso: string): string {
  return iso === '' ? '' : `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
}

/** Excel serial number of an ISO date in the 1900 system. */
export function excelSerial(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY_MS + 25_569;
}
