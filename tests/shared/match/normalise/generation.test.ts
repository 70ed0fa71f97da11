import { compareGiven } from '@shared/match/compare/values';
import { generationAlone, withoutGeneration } from '@shared/match/normalise/generation';
import { describe, expect, it } from 'vitest';

describe('the generation behind a name', () => {
  it.each([
    ['Brown Jr', 1, 'Brown', 2],
    ['Otto jun.', 1, 'Otto', 2],
    ['Smith Sr.', 1, 'Smith', 1],
    ['Robert Smith III', 2, 'Robert Smith', 3],
    ['Morris I', 2, 'Morris', 1],
    ['Smith Jr, Robert', 2, 'Smith, Robert', 2],
  ])('%s', (text, least, name, generation) => {
    expect(withoutGeneration(text, least)).toEqual({ name, generation });
  });

  it('leaves names that only look like one', () => {
    expect(withoutGeneration('Amartya Sen', 2).generation).toBe(0);
    expect(withoutGeneration('Junior', 2).generation).toBe(0);
  });

  it('keeps father and son apart, also where only one is called junior', () => {
    expect(compareGiven('david #1', 'david #2')).toBe(1);
    expect(compareGiven('klaus', 'klaus #2')).toBe(1);
    expect(compareGiven('robert #2', 'bob #2')).toBe(5);
  });

  it.each([
    ['Jr.', 2],
    ['jun.', 2],
    ['III', 3],
    ['JR', 2],
    ['Jun', 0],
    ['I', 0],
    ['Smith Jr.', 0],
    ['', 0],
  ])('stands alone in %j: %i', (cell, generation) => {
    expect(generationAlone(cell)).toBe(generation);
  });
});

describe('given names of several words', () => {
  it('agree in a first name only when the rest allows it', () => {
    expect(compareGiven('robert j', 'robert')).toBe(5);
    expect(compareGiven('anna maria', 'anna marie')).toBe(5);
    expect(compareGiven('ji woo', 'ji hun')).toBe(1);
    expect(compareGiven('sang woo', 'sung min')).toBe(1);
  });

  it('count by the best pair when a person has several', () => {
    expect(compareGiven('susan\nmarie', 'marie')).toBe(7);
  });
});
