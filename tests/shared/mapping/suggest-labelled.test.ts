import type { OtherTable } from '@shared/mapping/references';
import { columnsRead } from '@shared/mapping/source-columns';
import { suggestMapping } from '@shared/mapping/suggest';
import type { FieldSuggestion } from '@shared/mapping/types';
import { profileTable } from '@shared/profile/profile-table';
import { builtInTarget } from '@shared/target/catalogue';
import { describe, expect, it } from 'vitest';
import { guessesOf, legacyPresent, legacyTable, publicTable } from '../legacy-tables';
import { KEY, LABELLED, type LabelledTable } from './labelled-columns';

/** What the suggester said about one labelled column. */
interface Judged {
  readonly column: string;
  readonly label: string | null;
  /** Fields the column was suggested for; `KEY` as the record key. */
  readonly fields: readonly string[];
  readonly right: boolean;
  /** A sure suggestion for a field the label does not allow. */
  readonly surelyWrong: boolean;
  /** Any suggestion for a column without a home. */
  readonly invented: boolean;
}

/** The other tables of the same estate, so that links can be found. */
function neighbours(file: string): OtherTable[] {
  if (!file.startsWith('npsp_1k/')) return [];
  return ['Account', 'Contact', 'Opportunity', 'Campaign'].map((object) => ({
    tableId: object,
    table: legacyTable(`npsp_1k/${object}.csv`),
    keyColumn: 'id',
    object,
  }));
}

function judge(labelled: LabelledTable): Judged[] {
  const system = builtInTarget(labelled.system);
  if (!system) throw new Error(`no such target: ${labelled.system}`);
  const table = publicTable(labelled.file);
  const suggestion = suggestMapping({
    tableId: 't',
    table,
    profile: profileTable(table, guessesOf(table), '2024-06-30'),
    system,
    object: labelled.object,
    others: neighbours(labelled.file),
  });
  const object = system.objects.find(({ name }) => name === labelled.object)!;
  return Object.entries(labelled.columns).map(([column, text]) => {
    const label = text?.replace(/^\?/, '') ?? null;
    const allowed = label?.split('|') ?? [];
    const known = new Set(object.fields.map((field) => field.api));
    const suggested = suggestion.fields.filter((item) => columnsOf(item).includes(column));
    const loaded = suggested.filter(
      (item) => !object.fields.find((field) => field.api === item.field)?.working,
    );
    const fields = loaded.map((item) => item.field);
    if (suggestion.keyColumn === column) fields.push(KEY);
    const open = text?.startsWith('?') ?? false;
    const homeless = !allowed.some((field) => field === KEY || known.has(field));
    return {
      column,
      label: open || (label !== null && homeless) ? null : label,
      fields,
      right: fields.some((field) => allowed.includes(field)),
      surelyWrong: loaded.some(
        (item) => item.certainty === 'sure' && !allowed.includes(item.field) && !isNamePart(item),
      ),
      invented: !open && text === null && loaded.length > 0,
    };
  });
}

/** Whole names fill the first name as well as the last. */
function isNamePart(item: FieldSuggestion): boolean {
  return item.mapping.transforms.some(({ op }) => op === 'nameFirst');
}

function columnsOf({ mapping: { from } }: FieldSuggestion): readonly string[] {
  return columnsRead(from);
}

describe.skipIf(!legacyPresent)('columns labelled by hand (skipped where shared/data is absent)', () => {
  const results = legacyPresent ? LABELLED.map((labelled) => ({ labelled, judged: judge(labelled) })) : [];
  const all = results.flatMap(({ labelled, judged }) =>
    judged.map((item) => ({
      ...item,
      where: `${labelled.file} → ${labelled.system} ${labelled.object}: ${item.column}`,
    })),
  );

  it('are suggested for the right field in first place, at least 95 of 100', () => {
    const mappable = all.filter(({ label }) => label !== null);
    const missed = mappable.filter(({ right }) => !right);
    expect(mappable.length).toBeGreaterThan(120);
    expect(
      1 - missed.length / mappable.length,
      missed
        .map(({ where, label, fields }) => `${where} is ${label}, not ${fields.join('+') || 'nothing'}`)
        .join('\n'),
    ).toBeGreaterThanOrEqual(0.95);
  });

  it('are never surely wrong', () => {
    expect(
      all
        .filter(({ surelyWrong }) => surelyWrong)
        .map(({ where, fields }) => `${where} as ${fields.join('+')}`),
    ).toEqual([]);
  });

  it('are left alone where no field is made for them, nine times of ten', () => {
    const homeless = all.filter(
      ({ label, fields, invented }) => label === null && (invented || fields.length === 0),
    );
    const invented = homeless.filter((item) => item.invented);
    expect(
      invented.length / homeless.length,
      invented.map(({ where, fields }) => `${where} as ${fields.join('+')}`).join('\n'),
    ).toBeLessThanOrEqual(0.1);
  });
});
