import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRoute, PROJECT_SCREENS, parseRoute, type Route } from '../../../src/renderer/app/routes';

describe('parseRoute', () => {
  it('reads folder, screen and what follows', () => {
    expect(parseRoute('#/p/northgate/profile/t-1/Kd-Nr')).toEqual({
      at: 'project',
      folder: 'northgate',
      screen: 'profile',
      rest: ['t-1', 'Kd-Nr'],
    });
  });
  it('goes to the sources when no screen is named, or one that does not exist', () => {
    expect(parseRoute('#/p/northgate')).toMatchObject({ screen: 'sources', rest: [] });
    expect(parseRoute('#/p/northgate/nowhere')).toMatchObject({ screen: 'sources' });
  });
  it('goes home for everything else', () => {
    expect(['', '#', '#/', '#/p', '#/x/y', 'garbage'].map((hash) => parseRoute(hash).at)).toEqual(
      Array(6).fill('home'),
    );
  });
  it('survives a broken percent sign', () => {
    expect(parseRoute('#/p/100%/sources')).toMatchObject({ folder: '100%' });
  });
});

describe('formatRoute', () => {
  it('is undone by parseRoute', () => {
    const route = fc.oneof(
      fc.constant<Route>({ at: 'home' }),
      fc.constant<Route>({ at: 'packet' }),
      fc.record({
        at: fc.constant('project' as const),
        folder: fc.string({ minLength: 1, unit: 'grapheme' }),
        screen: fc.constantFrom(...PROJECT_SCREENS),
        rest: fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(route, (value) => {
        expect(parseRoute(formatRoute(value))).toEqual(value);
      }),
    );
  });
});
