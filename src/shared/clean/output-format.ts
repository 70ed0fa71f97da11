/**
 * How read values are written. Cleaning writes one canonical form; a mapping writes what the loader of its target wants.
 * Dates come as ISO `yyyy-MM-dd` or `yyyy-MM-ddTHH:mm:ss.SSS`, numbers with a decimal dot and a leading minus.
 */
export interface OutputFormat {
  /** True where a time of day is wanted beside the day. */
  readonly timeOfDay: 'keep' | 'drop' | 'want';
  date(iso: string): string;
  dateTime(iso: string): string;
  number(canonical: string): string;
  boolean(value: boolean): string;
}

/** ISO dates (with the time of day where there is one), plain numbers, true and false. */
export const CANONICAL_FORMAT: OutputFormat = {
  timeOfDay: 'keep',
  date: (iso) => iso,
  dateTime: (iso) => iso.replace(/\.000$/, ''),
  number: (canonical) => canonical,
  boolean: (value) => (value ? 'true' : 'false'),
};
