/** `invalid` counts against validity, `uneven` against consistency, `note` against nothing. */
export type ProblemKind = 'invalid' | 'uneven' | 'note';

/** How a problem is told. */
export interface ProblemWording {
  readonly kind: ProblemKind;
  /** The sentence after the count: `1,204 phone numbers have too few digits.` */
  readonly one: string;
  readonly many: string;
}

/** The sentence of each problem code. */
export const PROBLEM_WORDS: Readonly<Record<string, ProblemWording>> = {
  PLACEHOLDER: {
    kind: 'note',
    one: 'cell holds a word for "nothing" instead of being empty',
    many: 'cells hold a word for "nothing" instead of being empty',
  },
  EMAIL_INVALID: {
    kind: 'invalid',
    one: 'e-mail address is not valid',
    many: 'e-mail addresses are not valid',
  },
  EMAIL_SEVERAL: {
    kind: 'invalid',
    one: 'cell holds several e-mail addresses',
    many: 'cells hold several e-mail addresses',
  },
  EMAIL_PLACEHOLDER: {
    kind: 'invalid',
    one: 'e-mail address is made up',
    many: 'e-mail addresses are made up',
  },
  PHONE_SHORT: {
    kind: 'invalid',
    one: 'phone number has too few digits',
    many: 'phone numbers have too few digits',
  },
  PHONE_LONG: {
    kind: 'invalid',
    one: 'phone number has too many digits',
    many: 'phone numbers have too many digits',
  },
  PHONE_INVALID: {
    kind: 'invalid',
    one: 'phone number cannot be read',
    many: 'phone numbers cannot be read',
  },
  PHONE_PLACEHOLDER: { kind: 'invalid', one: 'phone number is made up', many: 'phone numbers are made up' },
  PHONE_NO_COUNTRY: {
    kind: 'note',
    one: 'phone number has no country code, and the table does not say which country',
    many: 'phone numbers have no country code, and the table does not say which country',
  },
  URL_INVALID: { kind: 'invalid', one: 'web address is not valid', many: 'web addresses are not valid' },
  DATE_UNREADABLE: {
    kind: 'invalid',
    one: 'cell cannot be read as a date',
    many: 'cells cannot be read as dates',
  },
  DATE_PLACEHOLDER: {
    kind: 'invalid',
    one: 'date stands for "none", like 1 January 1900',
    many: 'dates stand for "none", like 1 January 1900',
  },
  DATE_FUTURE: { kind: 'invalid', one: 'date lies in the future', many: 'dates lie in the future' },
  DATE_IMPLAUSIBLE: {
    kind: 'invalid',
    one: 'birth date is more than 120 years ago',
    many: 'birth dates are more than 120 years ago',
  },
  NUMBER_UNREADABLE: {
    kind: 'invalid',
    one: 'cell cannot be read as a number',
    many: 'cells cannot be read as numbers',
  },
  BOOLEAN_UNREADABLE: {
    kind: 'invalid',
    one: 'cell is neither yes nor no',
    many: 'cells are neither yes nor no',
  },
  COUNTRY_UNKNOWN: { kind: 'invalid', one: 'country is not known', many: 'countries are not known' },
  ID_DAMAGED: {
    kind: 'invalid',
    one: 'number was damaged by a spreadsheet (like 1.23E+15)',
    many: 'numbers were damaged by a spreadsheet (like 1.23E+15)',
  },
  SPREADSHEET_ERROR: {
    kind: 'invalid',
    one: 'cell holds a spreadsheet error',
    many: 'cells hold a spreadsheet error',
  },
  OUTLIER: { kind: 'note', one: 'number lies far from the others', many: 'numbers lie far from the others' },
  STRAY_BLANKS: {
    kind: 'uneven',
    one: 'cell has blanks at its ends or doubled inside',
    many: 'cells have blanks at their ends or doubled inside',
  },
  DAMAGED_TEXT: {
    kind: 'invalid',
    one: 'cell has damaged letters (a wrong encoding, like Ã¼ for ü)',
    many: 'cells have damaged letters (a wrong encoding, like Ã¼ for ü)',
  },
  CONTROL_CHARACTERS: {
    kind: 'uneven',
    one: 'cell has control characters',
    many: 'cells have control characters',
  },
  SPELLING: {
    kind: 'uneven',
    one: 'cell spells a value differently from most others (case, accents, blanks or points)',
    many: 'cells spell a value differently from most others (case, accents, blanks or points)',
  },
  KEY_REPEATED: {
    kind: 'note',
    one: 'row shares its key with another',
    many: 'rows share their key with others',
  },
  NAME_IS_ADDRESS: {
    kind: 'invalid',
    one: 'cell holds an e-mail address instead of a name',
    many: 'cells hold an e-mail address instead of a name',
  },
  NAME_DIGITS: { kind: 'invalid', one: 'name has digits in it', many: 'names have digits in them' },
  NAME_TITLE: {
    kind: 'uneven',
    one: 'name begins with a salutation or a title',
    many: 'names begin with a salutation or a title',
  },
  NAME_SEVERAL: {
    kind: 'note',
    one: 'cell seems to name several people',
    many: 'cells seem to name several people',
  },
  NAME_CASE: {
    kind: 'uneven',
    one: 'name is all in capitals or all in small letters, unlike the others',
    many: 'names are all in capitals or all in small letters, unlike the others',
  },
  COMPANY_FORM_ONLY: {
    kind: 'invalid',
    one: 'company is only a legal form, like GmbH',
    many: 'companies are only a legal form, like GmbH',
  },
  STREET_NO_NUMBER: {
    kind: 'note',
    one: 'street has no house number, while most others have',
    many: 'streets have no house number, while most others have',
  },
  CITY_DIGITS: {
    kind: 'uneven',
    one: 'city has digits in it, mostly a postcode typed along',
    many: 'cities have digits in them, mostly a postcode typed along',
  },
  REGION_DIGITS: { kind: 'uneven', one: 'region has digits in it', many: 'regions have digits in them' },
  POSTCODE_ZERO_LOST: {
    kind: 'invalid',
    one: 'postcode lacks a digit: a spreadsheet probably cut its leading zero',
    many: 'postcodes lack a digit: a spreadsheet probably cut their leading zero',
  },
  POSTCODE_SHORT: {
    kind: 'invalid',
    one: 'postcode has too few digits',
    many: 'postcodes have too few digits',
  },
  POSTCODE_LONG: {
    kind: 'invalid',
    one: 'postcode has too many digits',
    many: 'postcodes have too many digits',
  },
  POSTCODE_PLACEHOLDER: {
    kind: 'note',
    one: 'postcode looks made up (one digit over and over, or counting up)',
    many: 'postcodes look made up (one digit over and over, or counting up)',
  },
};
