import type { ColumnGuess } from '../../ingest/types';
import { columnNamed, valueAt } from '../../table/column';
import type { Column, Table } from '../../table/types';
import { headerMatches, headerTokens } from '../header-words';
import type { Concept } from '../lexicon';
import { countText, plural } from '../text';
import type { ColumnProfile } from '../types';
import { checkId } from './check-id';
import {
  AGREES,
  amountsOf,
  DISAGREEMENTS,
  DISAGREES,
  type DisagreementKind,
  isDeduction,
  type RowTest,
  rowTest,
  statusClass,
  summandOf,
  sumTest,
  UNCHECKED,
} from './disagreement-tests';
import type { DisagreementFinding } from './types';

/** Rows that must be checkable, and the share that may disagree: beyond it the columns mean something else. */
const FEWEST = 20;
const MOST_DISAGREEING = 0.1;
const SAMPLES = 6;
/** Parts a total is tried with. */
const MOST_PARTS = 5;
/** Spellings a column of states may have. */
const MOST_STATES = 60;

type Guesses = ReadonlyMap<string, ColumnGuess>;

/**
 * Amounts, states and places of a row that cannot all be true: a total that is not the sum of its parts, more paid than
 * owed, closed without a closing date, a postcode or dialling code of another country. Columns are chosen by their headers
 * and held to what nine rows in ten keep, so that no rule is imposed on a table that has another. Yields between kinds.
 */
export function* disagreementsOf(
  table: Table,
  guesses: Guesses,
  profiles: readonly ColumnProfile[],
): Generator<void, readonly DisagreementFinding[]> {
  const context = { table, guesses, profiles: new Map(profiles.map((profile) => [profile.name, profile])) };
  const found: DisagreementFinding[] = [];
  for (const candidates of [sumCandidates, exceedsCandidates, statusCandidates, placeCandidates]) {
    for (const { kind, columns } of candidates(context)) {
      const measured = measure(context, kind, columns);
      if (measured) found.push(measured);
    }
    yield;
  }
  return found.sort((a, b) => b.violations - a.violations);
}

/** 1 for each row that disagrees under a check named by its kind and columns; null when it is none of these. */
export function disagreementRows(
  kind: string,
  columns: readonly Column[],
  guesses: Guesses,
  rows: number,
): Uint8Array | null {
  const known = DISAGREEMENTS.find((item) => item === kind);
  const test = known ? rowTest(known, columns, guesses) : null;
  return test && Uint8Array.from({ length: rows }, (_, row) => (test(row) === DISAGREES ? 1 : 0));
}

interface Context {
  readonly table: Table;
  readonly guesses: Guesses;
  readonly profiles: ReadonlyMap<string, ColumnProfile>;
}

interface Candidate {
  readonly kind: DisagreementKind;
  readonly columns: readonly Column[];
}

function measure(
  context: Context,
  kind: DisagreementKind,
  columns: readonly Column[],
): DisagreementFinding | null {
  const test = rowTest(kind, columns, context.guesses);
  if (!test) return null;
  const { rows, violations, sample } = counted(test, context.table.rowCount);
  if (rows < FEWEST || violations === 0 || violations > rows * MOST_DISAGREEING) return null;
  const names = columns.map(({ name }) => name);
  return {
    kind,
    columns: names,
    rows,
    violations,
    sentence: sentenceOf(kind, names, violations),
    definition: `${DEFINITIONS[kind]} ${countText(rows)} rows could be checked.`,
    sample: sample.map((row) =>
      columns.map((column) => `${column.name} ${valueAt(column, row) || '(empty)'}`).join(', '),
    ),
    check: checkId('disagree', kind, ...names),
  };
}

function counted(test: RowTest, count: number): { rows: number; violations: number; sample: number[] } {
  const result = { rows: 0, violations: 0, sample: [] as number[] };
  for (let row = 0; row < count; row++) {
    const verdict = test(row);
    if (verdict === UNCHECKED) continue;
    result.rows++;
    if (verdict === AGREES) continue;
    result.violations++;
    if (result.sample.length < SAMPLES) result.sample.push(row);
  }
  return result;
}

function sentenceOf(kind: DisagreementKind, names: readonly string[], count: number): string {
  const [first = '', second = ''] = names;
  switch (kind) {
    case 'sum':
      return `${plural(count, 'row has', 'rows have')} a ${first} other than ${sumWords(names.slice(1))}.`;
    case 'exceeds':
      return `${plural(count, 'row has', 'rows have')} more in ${first} than in ${second}.`;
    case 'closedWithout':
      return `${plural(count, 'row is', 'rows are')} closed by ${first} but without a ${second}.`;
    case 'openWith':
      return `${plural(count, 'row is', 'rows are')} open by ${first} but with a ${second}.`;
    case 'postcode':
      return `${plural(count, 'row has', 'rows have')} a ${second} that is none of ${first}.`;
    case 'dialCode':
      return `${plural(count, 'row has', 'rows have')} a ${second} with the dialling code of another country than ${first}.`;
  }
}

function sumWords(parts: readonly string[]): string {
  return parts.map((part, i) => (i === 0 ? part : `${isDeduction(part) ? '−' : '+'} ${part}`)).join(' ');
}

/** What counts, in words, for each kind. */
const DEFINITIONS: Readonly<Record<DisagreementKind, string>> = {
  sum: 'Counted where the total is filled and differs by more than a cent from the sum of its parts, empty parts as 0; shown only where nine rows in ten add up.',
  exceeds:
    'Counted where both are above 0 and the part is larger by more than a cent; shown only where nine rows in ten keep to it.',
  closedWithout:
    'Counted where the state is a word for "ended" (closed, won, lost, done, cancelled …) and the date is empty or a placeholder; shown only where nine in ten such rows have the date.',
  openWith:
    'Counted where the state is a word for "not ended" (open, new, in progress …) and the date is filled; shown only where nine in ten such rows have none.',
  postcode:
    'Counted where the country is known and the code is not written as any of its postcodes; shown only where nine rows in ten agree.',
  dialCode:
    'Counted where the number begins with + or 00 and another dialling code than that of the country; shown only where nine rows in ten agree.',
};

const TOTAL =
  /^(?:total|totals|gross|gesamt|gesamtbetrag|gesamtsumme|summe|brutto|bruttobetrag|endbetrag|rechnungsbetrag|ttc|totale|totaal)$/;
const PART =
  /^(?:net|netto|nettobetrag|subtotal|sub|zwischensumme|tax|taxes|vat|gst|mwst|ust|steuer|steuerbetrag|iva|tva|btw|shipping|freight|delivery|versand|versandkosten|fee|fees|gebuhr|gebuhren|labou?r|materials?|parts|service|surcharge|zuschlag|tip|ht|discounts?|rebate|rabatt|skonto|remise|descuento|sconto|korting)$/;
const PAID =
  /^(?:paid|bezahlt|gezahlt|paye|payee|pagado|pagato|betaald|received|refunded|refund|erstattet|collected|discounts?|rabatt)$/;
const OWED =
  /^(?:total|amount|invoiced?|betrag|summe|gesamt|brutto|gross|price|preis|montant|importe|importo|bedrag)$/;

/** Numbers, shares and percentages are no amounts of money. */
const NO_AMOUNT = /^(?:id|no|nr|number|nummer|code|key|rate|percent|prozent|satz|%)$/;

function isAmount({ profiles }: Context, { name }: Column): boolean {
  const profile = profiles.get(name);
  const typed = profile?.type === 'integer' || profile?.type === 'number';
  return typed && !headerTokens(name).some((token) => NO_AMOUNT.test(token));
}

function sumCandidates(context: Context): Candidate[] {
  const amounts = context.table.columns.filter((column) => isAmount(context, column));
  const has = (words: RegExp) => (column: Column) =>
    headerTokens(column.name).some((token) => words.test(token));
  const parts = amounts.filter(has(PART)).slice(0, MOST_PARTS);
  const totals = amounts.filter((column) => has(TOTAL)(column) && !parts.includes(column));
  if (parts.length < 2) return [];
  return totals.flatMap((total): Candidate[] => {
    const best = bestParts(context, total, parts);
    return best ? [{ kind: 'sum', columns: [total, ...best] }] : [];
  });
}

/** The parts that add up to the total in most rows; null where there are too few of such rows. */
function bestParts(context: Context, total: Column, parts: readonly Column[]): readonly Column[] | null {
  const whole = amountsOf(total, context.guesses);
  const summands = new Map(parts.map((part) => [part, summandOf(part, context.guesses)]));
  let best: readonly Column[] | null = null;
  let most = 0;
  for (let set = 1; set < 1 << parts.length; set++) {
    const chosen = parts.filter((_, i) => (set >> i) % 2 === 1);
    if (chosen.length < 2) continue;
    const test = sumTest(
      whole,
      chosen.map((part) => summands.get(part)!),
    );
    const { rows, violations } = counted(test, context.table.rowCount);
    const share = rows < FEWEST ? 0 : (rows - violations) / rows;
    if (share > most || (share === most && share > 0 && best !== null && chosen.length > best.length)) {
      most = share;
      best = chosen;
    }
  }
  return best;
}

function exceedsCandidates(context: Context): Candidate[] {
  const amounts = context.table.columns.filter((column) => isAmount(context, column));
  const tokens = new Map(amounts.map((column) => [column, headerTokens(column.name)]));
  const is = (column: Column, words: RegExp): boolean =>
    tokens.get(column)!.some((token) => words.test(token));
  const paid = amounts.filter((column) => is(column, PAID));
  const owed = amounts.filter((column) => is(column, OWED) && !is(column, PAID) && !is(column, PART));
  const own = owed.filter((column) => is(column, TOTAL));
  return paid.flatMap((part) =>
    (own.length > 0 ? own : owed)
      .slice(0, 2)
      .map((total): Candidate => ({ kind: 'exceeds', columns: [part, total] })),
  );
}

const CLOSING = new Set<Concept>(['closeDate', 'endDate']);
const CLOSING_WORDS =
  /^(?:closed?|completed|completion|resolved|finished|ended|terminated|geschlossen|abgeschlossen|abschluss|erledigt|beendet|cloture)$/;

/** A day somebody expects is no day on which anything ended. */
const FORESEEN =
  /^(?:expected|planned|target|due|estimated|scheduled|erwarte\w*|geplan\w*|voraussichtlich\w*|fallig\w*|prevu\w*|previst\w*)$/;

function statusCandidates({ table, profiles }: Context): Candidate[] {
  const states = table.columns.filter((column) => {
    const profile = profiles.get(column.name);
    if (!profile || profile.distinct > MOST_STATES || profile.type !== 'text') return false;
    return column.values.some((value) => value !== '' && statusClass(value) !== null);
  });
  const dates = table.columns.filter(({ name }) => {
    const type = profiles.get(name)?.type;
    if (type !== 'date' && type !== 'datetime') return false;
    if (headerTokens(name).some((token) => FORESEEN.test(token))) return false;
    return (
      headerMatches(name).some(({ concept }) => CLOSING.has(concept)) ||
      headerTokens(name).some((token) => CLOSING_WORDS.test(token))
    );
  });
  return states.flatMap((status) =>
    dates.flatMap((date): Candidate[] => [
      { kind: 'closedWithout', columns: [status, date] },
      { kind: 'openWith', columns: [status, date] },
    ]),
  );
}

const ROLES =
  /^(?:billing|shipping|mailing|delivery|invoice|home|work|office|business|private|other|rechnungs?|liefer|privat|geschaftlich)$/;

function placeCandidates({ table, profiles }: Context): Candidate[] {
  const of = (semantic: ColumnProfile['semantic']): Column[] =>
    table.columns.filter(({ name }) => profiles.get(name)?.semantic === semantic);
  const role = ({ name }: Column): string => headerTokens(name).find((token) => ROLES.test(token)) ?? '';
  const countries = of('country');
  const found: Candidate[] = [];
  for (const country of countries) {
    for (const postcode of of('postcode'))
      if (role(postcode) === role(country)) found.push({ kind: 'postcode', columns: [country, postcode] });
    if (countries.length > 1) continue;
    for (const phone of of('phone')) found.push({ kind: 'dialCode', columns: [country, phone] });
  }
  return found;
}

/** The columns a check is about, all of them; null when one is gone. */
export function columnsNamed(table: Table, names: readonly string[]): readonly Column[] | null {
  const columns = names.flatMap((name) => columnNamed(table, name) ?? []);
  return columns.length === names.length ? columns : null;
}
