import { splitAddress } from '@shared/match/normalise/address';
import { regionCode } from '@shared/match/normalise/regions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('an address in one cell', () => {
  it.each([
    ['123 Main Street, Las Vegas NV 89132', '123 Main Street', 'Las Vegas', 'NV', '89132'],
    ['9304 W. 15th St La Blanca, FL 60527', '9304 W. 15th St', 'La Blanca', 'FL', '60527'],
    ['80 Delaware Ave SE Washington DC 40040', '80 Delaware Ave SE', 'Washington', 'DC', '40040'],
    ['Hauptstr. 5\n10115 Berlin', 'Hauptstr. 5', 'Berlin', '', '10115'],
    [
      '18 Danver Place, Loughborough, LE11 1UU, United Kingdom',
      '18 Danver Place',
      'Loughborough',
      '',
      'LE11 1UU',
    ],
    ['#01-11, HillV2, 4 Hillview Rise, 667979', '4 Hillview Rise', '', '', '667979'],
  ])('%s is taken apart', (text, street, city, region, postcode) => {
    expect(splitAddress(text)).toMatchObject({ street, city, region, postcode });
  });

  it.each(['12 St Marys Road', 'Hauptstr. 12a', 'Gewerbepark 3, Halle 2', '1450 N City Rd Suite 900', ''])(
    '%s is a street line and stays whole',
    (text) => {
      expect(splitAddress(text)).toBeNull();
    },
  );

  it('answers for any text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => splitAddress(text) !== undefined));
  });
});

describe('a state', () => {
  it('is the same by name and by letters', () => {
    expect(regionCode('Ohio')).toBe('oh');
    expect(regionCode('OH')).toBe('oh');
    expect(regionCode('Bayern')).toBe('bayern');
  });
});
