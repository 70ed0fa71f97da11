import { describe, expect, it } from 'vitest';
import { snakeNames } from '../../../../src/shared/match/splink/names';

describe('column names for SQL', () => {
  it('follow the headers', () => {
    expect(snakeNames(['First name', 'E-Mail (privat)', 'Straße', '住所'])).toEqual([
      'first_name',
      'e_mail_privat',
      'strasse',
      'zhusuo',
    ]);
  });

  it('are each there once', () => {
    expect(snakeNames(['Name', 'name', 'NAME!'])).toEqual(['name', 'name_2', 'name_3']);
    expect(snakeNames(['City'], ['city'])).toEqual(['city_2']);
  });

  it('never need quotes: no reserved word, no digit first, no prefix of Splink’s own columns, never empty', () => {
    expect(snakeNames(['Order', 'unique_id', '2nd phone', 'tf_city', '???', 'a'.repeat(90)])).toEqual([
      'order_value',
      'unique_id_value',
      'field_2nd_phone',
      'field_tf_city',
      'field',
      'a'.repeat(40),
    ]);
  });
});
