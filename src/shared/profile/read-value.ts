import type { ValueReader } from '../table/types';
import { dayNumber } from './calendar';
import { parseBoolean, parseDate, parseNumber } from './values';

/** Reads a value as a number under a reading: numbers as they are, dates in days since 1970-01-01, yes as 1 and no as 0. */
export const readValue: ValueReader = (value, reading) => {
  switch (reading.as) {
    case 'number':
      return parseNumber(value, reading.decimal) ?? Number.NaN;
    case 'integer': {
      const number = parseNumber(value, reading.decimal) ?? Number.NaN;
      return Number.isInteger(number) ? number : Number.NaN;
    }
    case 'date': {
      const day = parseDate(value, reading.order);
      return day === null ? Number.NaN : dayNumber(day);
    }
    case 'boolean': {
      const answer = parseBoolean(value);
      return answer === null ? Number.NaN : Number(answer);
    }
  }
};
