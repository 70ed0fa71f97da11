/**
 * Numbers and times as people read them. One form everywhere, whatever the machine's locale: thousands by comma,
 * decimals by point, dates as ISO.
 */

/** `12840` → `12,840`. */
export function formatCount(value: number): string {
  const text = String(Math.abs(Math.round(value)));
  const grouped = text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return value < 0 ? `−${grouped}` : grouped;
}

/** A count that stops at `most`: `1,000+` from there on. */
export function atLeast(value: number, most: number): string {
  return value >= most ? `${formatCount(most)}+` : formatCount(value);
}

/** Share of a whole: `0.1234` → `12 %`; never "0 %" or "100 %" for something that is not quite that. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return '< 1 %';
  if (percent < 100 && percent > 99) return '> 99 %';
  return `${Math.round(percent)} %`;
}

/** A score between 0 and 1 out of a hundred: `0.934` → `93`. Rounded down, so that 100 means all. */
export function formatScore(score: number): string {
  return String(Math.floor(score * 100 + 1e-9));
}

/** Bytes with one decimal from a kilobyte on: `1536` → `1.5 kB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value.toFixed(1)} ${units[unit]}`;
}

/** ISO time → `2026-11-14 09:31` in the machine's time zone. Anything else is shown as it is. */
export function formatTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return `${formatDay(time)} ${pad(time.getHours())}:${pad(time.getMinutes())}`;
}

/** `2026-11-14` in the machine's time zone. */
export function formatDay(time: Date): string {
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`;
}

/** `(1, 'row')` → `1 row`; `(12840, 'row')` → `12,840 rows`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Two letters for a round badge: first of the first and of the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words[words.length - 1] ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

/** Joins class names, leaving out what is absent. */
export function cx(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
