import { finish } from '@shared/match/prepare/prepared';
import { holdersOf } from '@shared/match/scoring/holders';
import { describe, expect, it } from 'vitest';

const comparison = (kind: 'phone' | 'street' | 'given', codes: number[], values: string[]) => ({
  name: kind,
  fields: [kind],
  semantic: 'text' as const,
  column: finish(kind, Uint32Array.from(codes), ['', ...values]),
});

describe('the holders of values', () => {
  const phone = comparison('phone', [1, 1, 1, 2, 0, 2], ['4917012345', '4930998877']);
  const street = comparison(
    'street',
    [1, 2, 3, 4, 4, 0],
    ['12|hauptstrasse', '12|haupstrasse', '9|am wall', '7|ring'],
  );

  it('counts the places a line answers in, slips in the street aside', () => {
    const [holders] = holdersOf([phone, street]);
    expect(holders!.places).toEqual(Float64Array.of(0, 2, 1));
  });

  it('knows no places where there are no streets, and none of what is no line', () => {
    expect(holdersOf([phone])[0]!.places).toBeNull();
    expect(holdersOf([comparison('given', [1], ['anna']), street])[0]!.places).toBeNull();
  });
});
