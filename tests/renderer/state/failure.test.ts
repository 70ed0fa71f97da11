import { AppFailure } from '@shared/base/result';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../../src/renderer/state/failure';

describe('errorOf', () => {
  it('takes the error a failure carries', () => {
    const error = { code: 'DISK_FULL', message: 'The disk is full. Make room and try again.' };
    expect(errorOf(new AppFailure(error))).toEqual(error);
  });
  it('takes it also from a failure that lost its class between threads', () => {
    const crossed = structuredClone({ name: 'AppFailure', error: { code: 'X', message: 'Said so.' } });
    expect(errorOf(crossed)).toEqual({ code: 'X', message: 'Said so.' });
  });
  it('says of a bug that it is one, and keeps its text for the report', () => {
    expect(errorOf(new TypeError('x is undefined'))).toMatchObject({
      code: 'UNEXPECTED',
      details: { cause: 'TypeError: x is undefined' },
    });
  });
});
