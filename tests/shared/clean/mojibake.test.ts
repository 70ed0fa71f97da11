import { decode } from '@shared/ingest/source';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { repairMojibake } from '../../../src/shared/clean/mojibake';

/** UTF-8 read as windows-1252. */
const misread = (text: string): string => decode(new TextEncoder().encode(text), 'windows-1252', 'f.csv');

describe('text read in the wrong encoding', () => {
  test.each([
    ['MÃ¼ller', 'Müller'],
    ['FranÃ§ois & CÃ©line', 'François & Céline'],
    ['itâ€™s â€“ 5 â‚¬', 'it’s – 5 €'],
    ['20Â°C', '20°C'],
    ['MÃƒÂ¼ller', 'Müller'],
    ['KrÃ¤mer – Söhne', 'Krämer – Söhne'],
    ['Ð˜Ð²Ð°Ð½Ð¾Ð²', 'Иванов'],
    ['æ\u009d±äº¬', '東京'],
  ])('%s becomes %s', (damaged, right) => {
    expect(repairMojibake(damaged)).toBe(right);
  });

  test.each(['Müller', 'SÃO PAULO', '„Ä“', 'café…”', 'É…', 'naïve', '株式会社', 'a – b', '�', ''])(
    '%s stays',
    (text) => {
      expect(repairMojibake(text)).toBe(text);
    },
  );

  it('is brought back whatever the letters of Western Europe were', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdeÄÖÜäöüßéèêçñøåÆ €–’'), maxLength: 30 });
    fc.assert(
      fc.property(letters, (text) => {
        expect(repairMojibake(misread(text))).toBe(text);
      }),
    );
  });
});
