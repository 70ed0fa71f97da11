import type { Locale } from './words/locale';

/** The true state of the estate, before three systems wrote it down in three ways. */
export interface World {
  readonly companies: readonly Company[];
  readonly people: readonly Person[];
  readonly opportunities: readonly Opportunity[];
}

export type CompanyKind = 'customer' | 'prospect' | 'dead' | 'test' | 'internal';

/** A company, or one site of a company: sites of one group are near-misses, not duplicates. */
export interface Company {
  readonly id: string;
  readonly kind: CompanyKind;
  readonly locale: Locale;
  readonly name: CompanyName;
  /** Entity id of the head office, for branches and subsidiaries. */
  readonly headOffice: string | null;
  /** A word that tells a branch from its head office, e.g. "Werk Leipzig"; '' for others. */
  readonly site: string;
  readonly address: Address;
  /** Where it was before it moved; some systems never learned. */
  readonly oldAddress: Address | null;
  readonly phone: Phone;
  /** A number that was changed or a second line. */
  readonly otherPhone: Phone;
  readonly fax: Phone | null;
  /** '' where it has none. */
  readonly domain: string;
  readonly vat: string;
  readonly industry: string;
  readonly employees: number;
  readonly revenue: number;
  readonly owner: number;
  readonly created: string;
  /** ISO date of the last real activity; '' = nobody knows. */
  readonly lastActivity: string;
  /** "insolvent 2014", "dissolved", "Legal hold …" or ''. */
  readonly flag: string;
}

export interface CompanyName {
  /** Name without legal form. */
  readonly core: string;
  /** Legal form as registered. */
  readonly form: string;
  /** Other spellings of the form; '' = left out. */
  readonly formVariants: readonly string[];
  /** Full name in its own script, or ''. */
  readonly native: string;
  /** Abbreviated core, or ''. */
  readonly short: string;
}

export interface Address {
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly cityNative: string;
  readonly cityAlso: readonly string[];
  readonly region: string;
}

export interface Phone {
  readonly callingCode: string;
  readonly trunk: string;
  readonly area: string;
  readonly line: string;
}

export interface Person {
  readonly id: string;
  readonly company: Company;
  /** Employer before the present one; an old record may still say so. */
  readonly formerCompany: Company | null;
  readonly gender: 'm' | 'f';
  readonly given: string;
  readonly givenAlso: readonly string[];
  readonly givenNative: string;
  readonly family: string;
  readonly familyAlso: readonly string[];
  readonly familyNative: string;
  /** Name before marriage, or ''. */
  readonly formerFamily: string;
  /** "Dr.", "jun." or ''. */
  readonly title: string;
  readonly suffix: string;
  readonly role: string;
  /** Personal address, or ''. */
  readonly email: string;
  /** Earlier or private address, or ''. */
  readonly otherEmail: string;
  readonly phone: Phone | null;
  readonly mobile: Phone | null;
  readonly birthday: string;
  /** Wants mail: true, false, or never asked. */
  readonly consent: boolean | null;
  readonly lastActivity: string;
  readonly owner: number;
  readonly askedErasure: boolean;
  readonly test: boolean;
}

export interface Opportunity {
  readonly id: string;
  readonly company: Company;
  readonly person: Person | null;
  readonly name: string;
  readonly product: string;
  readonly stage: 'open' | 'quoted' | 'negotiation' | 'won' | 'lost' | 'asleep';
  readonly amount: number;
  readonly currency: string;
  readonly created: string;
  readonly changed: string;
  /** '' in a few records that nobody finished. */
  readonly close: string;
  readonly owner: number;
}

/** One data row of a file with the entity it is about. */
export interface SampleRow {
  readonly cells: readonly string[];
  readonly entity: string;
}
