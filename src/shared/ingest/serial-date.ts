const DAY_SECONDS = 86_400;
/** The largest serial number of either system: 31 December 9999. */
const LAST_SERIAL = 2_958_465;

/**
 * A spreadsheet's serial number as ISO text: `yyyy-MM-dd`, with ` HH:mm:ss` when the time of day is not midnight. The
 * 1900 system counts a 29 February 1900 that never was (serial 60); it is written as spreadsheets show it. Null for
 * numbers that are no date.
 */
export function serialDate(serial: number, date1904: boolean): string | null {
  const seconds = Math.round(serial * DAY_SECONDS);
  const day = Math.floor(seconds / DAY_SECONDS);
  if (!(seconds >= 0 && day <= LAST_SERIAL)) return null;
  const time = seconds - day * DAY_SECONDS;
  const date = dayText(day, date1904);
  return time === 0 ? date : `${date} ${clockText(time)}`;
}

/** The time of day of a serial number, `HH:mm:ss`; null when it is a day or more, or negative. */
export function serialTime(serial: number): string | null {
  const seconds = Math.round(serial * DAY_SECONDS);
  return seconds >= 0 && seconds < DAY_SECONDS ? clockText(seconds) : null;
}

/** A length of time, `H:mm:ss` with hours beyond 24. */
export function serialDuration(serial: number): string {
  const seconds = Math.round(Math.abs(serial) * DAY_SECONDS);
  const hours = Math.floor(seconds / 3600);
  return `${serial < 0 && seconds > 0 ? '-' : ''}${hours}:${clockText(seconds - hours * 3600).slice(3)}`;
}

function dayText(day: number, date1904: boolean): string {
  if (!date1904 && day === 60) return '1900-02-29';
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(epoch + day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}

function clockText(seconds: number): string {
  const part = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${part(seconds / 3600)}:${part((seconds % 3600) / 60)}:${part(seconds % 60)}`;
}
