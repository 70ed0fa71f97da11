import { formatIso, isDateFormat, readIso } from '@shared/target/date-format';
import { describe, expect, it } from 'vitest';

describe('date patterns of load files', () => {
  it.each([
    ['yyyy-MM-dd', '2024-03-05', '2024-03-05'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", '2024-03-05T10:20:30.123', '2024-03-05T10:20:30.123Z'],
    ["yyyy-MM-dd'T'HH:mm:ss'Z'", '2024-03-05', '2024-03-05T00:00:00Z'],
    ['dd.MM.yyyy', '2024-03-05', '05.03.2024'],
    ["dd 'o''clock' MM yyyy", '2024-03-05', "05 o'clock 03 2024"],
  ])('writes %s', (format, iso, text) => {
    expect(formatIso(iso, format)).toBe(text);
    expect(readIso(text, format)).toBe(iso.slice(0, 10));
  });

  it.each([
    ['2024-02-30', 'yyyy-MM-dd'],
    ['2023-02-29', 'yyyy-MM-dd'],
    ['2024-13-01', 'yyyy-MM-dd'],
    ['2024-3-5', 'yyyy-MM-dd'],
    ['2024-03-05 ', 'yyyy-MM-dd'],
    ['2024-03-05T24:00:00Z', "yyyy-MM-dd'T'HH:mm:ss'Z'"],
    ['2024x03x05', 'yyyy.MM.dd'],
  ])('does not read %s as %s', (text, format) => {
    expect(readIso(text, format)).toBeNull();
  });

  it.each([
    ['yyyy-MM-dd', true],
    ["dd/MM/yyyy 'at' HH:mm", true],
    ['yyyy-MM', false],
    ['YYYY-MM-DD', false],
    ['yyyy-MM-dd yyyy', false],
    ["yyyy-MM-dd'T", false],
    ['', false],
  ])('%s is a pattern: %s', (format, expected) => {
    expect(isDateFormat(format)).toBe(expected);
  });
});
