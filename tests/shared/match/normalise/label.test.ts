import { haveSameConsonants } from '@shared/match/normalise/consonants';
import { undamaged } from '@shared/match/normalise/damaged';
import { fold } from '@shared/match/normalise/fold';
import { label } from '@shared/match/normalise/label';
import { MEANINGS } from '@shared/match/normalise/label-words';
import { areNicknames, mayBeginWith, nicknameMarks } from '@shared/match/normalise/nicknames';
import { describe, expect, it } from 'vitest';

describe('a name with a remark', () => {
  it('is read apart from what stands in brackets or after its only comma', () => {
    expect(label('Science Museum (London)')).toBe('science museum  london');
    expect(label('Science Museum, London')).toBe('science museum  london');
    expect(label('Ministry of Food, Agriculture and Fisheries')).toBe(
      'ministry of food agriculture and fisheries',
    );
    expect(label('(untitled)')).toBe('untitled');
  });

  it('says countries, spellings and abbreviations in one way', () => {
    expect(label('British Labour Party')).toBe(label('UK Labor Party'));
    expect(label('National Front (United Kingdom)')).toBe(label('National Front (U.K.)'));
    expect(label('Defence Organisation')).toBe(label('Defense Organization'));
    expect(label('Natl. Dept. of Health')).toBe(label('National Department of Health'));
    expect(label('Museo Nacional')).toBe(label('Museum National'));
  });
});

describe('letters damaged by the wrong encoding', () => {
  it('are read as they were', () => {
    expect(undamaged('MusÃ©e du Louvre')).toBe('Musée du Louvre');
    expect(undamaged('Pop â€“ Rock')).toBe('Pop – Rock');
    expect(undamaged('JÃ¼rgen')).toBe('Jürgen');
  });

  it('leave sound text alone', () => {
    for (const text of ['São Paulo', 'ÂNGELA', 'château', 'Ärger', 'CAFÉ…', 'voilà «bien»'])
      expect(undamaged(text)).toBe(text);
  });
});

describe('words that mean the same', () => {
  it('meet across languages, names of places and wars', () => {
    expect(label('Museo de Historia Natural')).toBe(label('Museum de History Natural'));
    expect(label('Moskva 24')).toBe(label('Moscow 24'));
    expect(label('National World War II Museum')).toBe(label('National WWII Museum'));
    expect(label('Partido Socialista Obrero Español')).toBe(label('Party Socialist Workers Spain'));
  });

  it('have one meaning each, and what stands for a meaning has no other', () => {
    const meanings = new Map<string, Set<string>>();
    for (const [first = '', ...others] of MEANINGS)
      for (const word of [first, ...others]) meanings.set(word, (meanings.get(word) ?? new Set()).add(first));
    const ambiguous = [...meanings].filter(([, of]) => of.size > 1).map(([word]) => word);
    expect(ambiguous).toEqual([]);
    for (const word of meanings.keys()) expect(word).toBe(fold(word));
  });

  it('are not joined by leaving out a sign that is read aloud', () => {
    expect(label('Canal+')).toBe('canal plus');
    expect(label('Canal+ Sport')).toBe('canal plus sport');
    expect(label('Müller + Söhne')).toBe(label('Müller & Söhne'));
    expect(label('Krämer+Partner')).toBe('kraemer partner');
    expect(label('Z@pp')).toBe('zapp');
    expect(label('a @ b')).toBe('a b');
  });
});

describe('given names', () => {
  it('meet their short forms in any spelling of the ending', () => {
    expect(areNicknames('peggie', 'margaret')).toBe(true);
    expect(areNicknames('peggie', 'peggy')).toBe(true);
    expect(areNicknames('mhd', 'mohamed')).toBe(true);
    expect(areNicknames('peggie', 'robert')).toBe(false);
  });

  it('share a mark exactly where they are used for each other', () => {
    const marks = new Set(nicknameMarks('peggie'));
    expect(nicknameMarks('margaret').some((mark) => marks.has(mark))).toBe(true);
    expect(nicknameMarks('robert').some((mark) => marks.has(mark))).toBe(false);
  });

  it('may be meant by the initial of a short form', () => {
    expect(mayBeginWith('robert', 'b')).toBe(true);
    expect(mayBeginWith('robert', 'r')).toBe(true);
    expect(mayBeginWith('robert', 'k')).toBe(false);
  });

  it('written without vowels are compared by their consonants', () => {
    expect(haveSameConsonants('fysl', 'faisal')).toBe(true);
    expect(haveSameConsonants('sdyqy', 'siddiqui')).toBe(true);
    expect(haveSameConsonants('fysl', 'mustafa')).toBe(false);
    expect(haveSameConsonants('mario', 'maria')).toBe(false);
  });
});
