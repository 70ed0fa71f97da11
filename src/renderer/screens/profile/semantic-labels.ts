import type { QualityScore, Semantic } from '@shared/profile/types';

/** What a column means, in a person's words. */
export const SEMANTIC_LABELS: Readonly<Record<Semantic, string>> = {
  personName: 'person',
  givenName: 'first name',
  familyName: 'last name',
  company: 'company',
  email: 'e-mail',
  phone: 'phone',
  street: 'street',
  city: 'city',
  region: 'region',
  postcode: 'postcode',
  country: 'country',
  birthDate: 'birth date',
  date: 'date',
  identifier: 'code',
  url: 'website',
  number: 'amount',
  category: 'category',
  boolean: 'yes / no',
  text: 'text',
};

/** Characteristics of ISO/IEC 25012 as headings. */
export const CHARACTERISTICS: Readonly<Record<QualityScore['parts'][number]['characteristic'], string>> = {
  completeness: 'Completeness',
  validity: 'Validity',
  uniqueness: 'Uniqueness',
  consistency: 'Consistency',
  currency: 'Currency',
};
