import { identifier, numberText, webAddress } from '@shared/match/normalise/codes';
import { companyName } from '@shared/match/normalise/company';
import { dateDigits, dayOrderOf } from '@shared/match/normalise/date';
import { email, isRoleAddress } from '@shared/match/normalise/email';
import { fold, isNothing } from '@shared/match/normalise/fold';
import { areNicknames } from '@shared/match/normalise/nicknames';
import { familyName, givenName, splitName } from '@shared/match/normalise/person';
import { phone, phoneTail } from '@shared/match/normalise/phone';
import { city, country, postcode } from '@shared/match/normalise/place';
import { street } from '@shared/match/normalise/street';
import { describe, expect, it } from 'vitest';

describe('normalised values', () => {
  it('fold letters of any script', () => {
    expect(fold('Müller-Lüdenscheidt')).toBe('mueller luedenscheidt');
    expect(fold('Łódź, Ørsted & O’Neil')).toBe('lodz oersted oneil');
    expect(fold('Москва')).toBe('moskva');
  });

  it('know "no value" in words', () => {
    expect(['n/a', '-', '???', 'unbekannt', 'Anna'].map(isNothing)).toEqual([true, true, true, true, false]);
  });

  it('take names apart', () => {
    expect(givenName('Dr. Robert J.')).toBe('robert j');
    expect(familyName('von der Leyen')).toBe('vonderleyen');
    expect(splitName('Prof. Dr. Maria Curie')).toEqual({ given: 'maria', family: 'curie' });
    expect(splitName('Smith, Bob')).toEqual({ given: 'bob', family: 'smith' });
    expect(splitName('SMITH Robert')).toEqual({ given: 'robert', family: 'smith' });
    expect(splitName('Ludwig van Beethoven')).toEqual({ given: 'ludwig', family: 'vanbeethoven' });
    expect(splitName('김민수')).toEqual({ given: 'minsu', family: 'kim' });
    expect(splitName('山田 太郎')).toEqual(splitName('山田太郎'));
  });

  it('know names used for each other', () => {
    expect(areNicknames('bob', 'robert')).toBe(true);
    expect(areNicknames('sepp', 'josef')).toBe(true);
    expect(areNicknames('paco', 'francisco')).toBe(true);
    expect(areNicknames('bob', 'thomas')).toBe(false);
    expect(areNicknames('constructor', 'robert')).toBe(false);
  });

  it('leave the legal form out of a company', () => {
    expect(companyName('The Müller & Söhne GmbH & Co. KG')).toBe('mueller soehne');
    expect(companyName('I.B.M. Corp.')).toBe('ibm');
    expect(companyName('Hello World, ltd.')).toBe('hello world');
    expect(companyName('Acme S.A. de C.V.')).toBe('acme');
    expect(companyName('GmbH')).toBe('gmbh');
  });

  it('write addresses one way', () => {
    expect(street('Hauptstr. 12a')).toBe('12a|haupt street');
    expect(street('12 Main St.')).toBe('12|main street');
    expect(street('Postfach 100')).toBe('100|pobox');
    expect(city('St. Gallen')).toBe('saint gallen');
    expect(postcode('D-10115')).toBe('10115');
    expect(postcode('SW1A 1AA')).toBe('sw1a1aa');
    expect([country('Deutschland'), country('DE'), country('Atlantis')]).toEqual(['de', 'de', 'atlantis']);
  });

  it('write contact data one way', () => {
    expect(email(' Anna.Abel+crm@GMAIL.com ')).toBe('annaabel@gmail.com');
    expect(email('nobody')).toBe('');
    expect(email('anna@googlemail.com')).toBe(email('a.n.n.a+news@gmail.com'));
    expect(email('Anna.Abel@pm.me')).toBe('annaabel@proton.me');
    expect(email('anna.abel@outlook.com')).toBe('anna.abel@outlook.com');
    const roles = [
      'info@acme.com',
      'no-reply@acme.com',
      'buchhaltung@x.de',
      'ventas@x.es',
      'klantenservice@x.nl',
    ];
    expect(roles.map(isRoleAddress)).toEqual([true, true, true, true, true]);
    expect(['anna.abel@acme.com', 'infante@acme.com'].map(isRoleAddress)).toEqual([false, false]);
    expect(phone('030 / 23 45 67', 'DE')).toBe('4930234567');
    expect(phone('+49 (0)30 234567', 'DE')).toBe(phone('030 234567', 'DE'));
    expect(phone('0000000', 'DE')).toBe('');
    expect(phoneTail('4930234567')).toBe('0234567');
    expect(webAddress('https://www.Acme.com/de/?x=1')).toBe('acme.com/de');
  });

  it('write dates and numbers one way', () => {
    expect(dayOrderOf(['03/14/1980', '01/02/1980'])).toBe('monthFirst');
    expect(dateDigits('14.03.1980', 'dayFirst')).toBe('19800314');
    expect(dateDigits('03/04/80', 'monthFirst')).toBe('19800304');
    expect(dateDigits('5 März 1990', 'dayFirst')).toBe('19900305');
    expect(dateDigits('19560409', 'dayFirst')).toBe('19560409');
    expect(dateDigits('31121980', 'dayFirst')).toBe('19801231');
    expect(dateDigits('12311980', 'monthFirst')).toBe('19801231');
    expect(dateDigits('19804409', 'dayFirst')).toBe('19804409');
    expect(dateDigits('12 de marzo de 1980', 'dayFirst')).toBe('19800312');
    expect(dateDigits('March 3rd, 1980', 'monthFirst')).toBe('19800303');
    expect(dateDigits('1980年3月12日', 'dayFirst')).toBe('19800312');
    expect(dateDigits('soon', 'dayFirst')).toBe('');
    expect(identifier('AB-0012')).toBe('ab0012');
    expect(identifier('000123')).toBe('123');
    expect(numberText('1.234,50 €')).toBe('1234.5');
    expect(numberText('$1,299.00')).toBe('1299');
  });
});
