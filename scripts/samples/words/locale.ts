/** The words one country's companies, people and places are made of. All lists are our own; none is copied data. */
export interface Locale {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Ways legacy systems write the country; the first is the usual one. */
  readonly countryNames: readonly string[];
  readonly currency: string;
  /** Calling code without plus. */
  readonly callingCode: string;
  /** Digit dialled before the area code inside the country; '' where there is none. */
  readonly trunk: string;
  /** Pattern of a mobile number without trunk digit; `#` is a random digit. */
  readonly mobile: string;
  readonly cities: readonly City[];
  /** Street names; `#` stands where the house number goes. */
  readonly streets: readonly string[];
  readonly maleNames: readonly GivenName[];
  readonly femaleNames: readonly GivenName[];
  readonly surnames: readonly Surname[];
  /** First words of a company name besides surnames: regions, rivers, coined words. */
  readonly brandWords: readonly Word[];
  /** What a company does, with the industry label the old system uses. */
  readonly trades: readonly Trade[];
  /** Legal forms, each with its other spellings. */
  readonly legalForms: readonly (readonly string[])[];
  /** How a family company is written; `{s}` = surname, `{o}` = another surname. */
  readonly familyPatterns: readonly string[];
  /** VAT number pattern; '' where the country has none. `#` digit, `@` capital letter. */
  readonly vat: string;
  /** Job titles. */
  readonly roles: readonly string[];
}

/** A word with its native script, where the country has one. */
export interface Word {
  readonly latin: string;
  readonly native: string;
}

export interface GivenName extends Word {
  /** Short forms and other spellings of the same name. */
  readonly also: readonly string[];
}

export interface Surname extends Word {
  /** Other spellings of the same surname (transliterations). */
  readonly also: readonly string[];
}

export interface City extends Word {
  /** Names in other languages. */
  readonly also: readonly string[];
  readonly region: string;
  /** Postcode pattern; `#` digit, `@` letter. */
  readonly postcode: string;
  /** Area code and subscriber pattern without trunk digit, as `711 ######`. */
  readonly phone: string;
}

export interface Trade extends Word {
  /** Abbreviation seen in legacy data, or ''. */
  readonly short: string;
  readonly industry: string;
}

/** `Katharina:Kathrin,Kati Michael` → given names with their short forms. `Taro=太郎` adds the native script. */
export function givenNames(text: string): GivenName[] {
  return entries(text).map(({ latin, native, also }) => ({ latin, native, also }));
}

/** `Meier:Meyer,Maier Weber` → surnames with other spellings. */
export function surnames(text: string): Surname[] {
  return entries(text).map(({ latin, native, also }) => ({ latin, native, also }));
}

/** `Rheintal Kansai=関西` → words. An underscore stands for a blank inside a word. */
export function words(text: string): Word[] {
  return entries(text).map(({ latin, native }) => ({ latin, native }));
}

/** One line each: `latin[=native] | short | industry`. */
export function trades(text: string): Trade[] {
  return lines(text).map((line) => {
    const [name = '', short = '', industry = ''] = line.split('|').map((part) => part.trim());
    return { ...nativeOf(name), short, industry };
  });
}

/** One line each: `name[=native] | other names | region | postcode | phone`. */
export function cities(text: string): City[] {
  return lines(text).map((line) => {
    const [name = '', also = '', region = '', postcode = '', phone = ''] = line
      .split('|')
      .map((part) => part.trim());
    return { ...nativeOf(name), also: also === '' ? [] : also.split(','), region, postcode, phone };
  });
}

/** Non-empty lines, trimmed. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function entries(text: string): { latin: string; native: string; also: string[] }[] {
  return text
    .split(/\s+/)
    .filter((item) => item !== '')
    .map((item) => {
      const [name = '', also = ''] = item.replaceAll('_', ' ').split(':');
      return { ...nativeOf(name), also: also === '' ? [] : also.split(',') };
    });
}

function nativeOf(text: string): Word {
  const [latin = '', native = ''] = text.split('=');
  return { latin: latin.trim(), native: native.trim() };
}
