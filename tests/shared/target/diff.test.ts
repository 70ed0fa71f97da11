import { builtInTarget } from '@shared/target/catalogue';
import { diffTargets, type FittedMapping, mappingsThatNoLongerFit } from '@shared/target/diff';
import { newField } from '@shared/target/edit';
import type { TargetField, TargetSystem } from '@shared/target/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const salesforce = builtInTarget('salesforce')!;

/** Salesforce with one field of Account changed. */
function withField(api: string, change: Partial<TargetField>): TargetSystem {
  return withAccount((fields) =>
    fields.map((field) => (field.api === api ? { ...field, ...change } : field)),
  );
}

function withAccount(change: (fields: readonly TargetField[]) => readonly TargetField[]): TargetSystem {
  return {
    ...salesforce,
    objects: salesforce.objects.map((object) =>
      object.name === 'Account' ? { ...object, fields: change(object.fields) } : object,
    ),
  };
}

const words = (before: TargetSystem, after: TargetSystem) =>
  diffTargets(before, after).map((change) => [change.kind, change.tighter, change.sentence]);

const mapping: FittedMapping = {
  tableId: 't1',
  object: 'Account',
  fields: [
    { field: 'Name', from: { kind: 'column' }, valueMap: {} },
    { field: 'Industry', from: { kind: 'column' }, valueMap: { Mode: 'Apparel', Bau: 'Construction' } },
    { field: 'Rating', from: { kind: 'constant', value: 'Warm' }, valueMap: {} },
  ],
};

const misfits = (after: TargetSystem) =>
  mappingsThatNoLongerFit(diffTargets(salesforce, after), [mapping]).map((item) => [
    item.field,
    item.broken,
    item.sentence,
  ]);

describe('the difference between two versions of a profile', () => {
  it('is nothing between equal ones', () => {
    expect(
      diffTargets(
        salesforce,
        withAccount((fields) => [...fields]),
      ),
    ).toEqual([]);
  });

  it('names objects that came and went', () => {
    const fewer = { ...salesforce, objects: salesforce.objects.filter((object) => object.name !== 'Event') };
    const events = salesforce.objects.find((object) => object.name === 'Event')!;
    const count = events.fields.filter((field) => !field.working).length;
    expect(words(salesforce, fewer)).toEqual([
      ['objectRemoved', true, `Event is gone, with ${count} fields.`],
    ]);
    expect(words(fewer, salesforce)).toEqual([['objectAdded', false, `Event is new, with ${count} fields.`]]);
  });

  it('names fields that came and went', () => {
    const more = withAccount((fields) => [...fields, newField('Tier__c', 'Tier', 'text')]);
    expect(words(salesforce, more)).toEqual([['fieldAdded', false, 'Account · Tier is new.']]);
    expect(words(more, salesforce)).toEqual([['fieldRemoved', true, 'Account · Tier is gone.']]);
    const must = withAccount((fields) => [
      ...fields,
      { ...newField('Tier__c', 'Tier', 'text'), required: true },
    ]);
    expect(words(salesforce, must)).toEqual([
      ['fieldAdded', true, 'Account · Tier is new, and must be filled.'],
    ]);
  });

  it.each<[string, Partial<TargetField>, readonly (readonly [string, boolean, string])[]]>([
    [
      'Phone',
      { type: 'number' },
      [['retyped', true, 'Account · Account Phone was phone and is number now.']],
    ],
    ['Phone', { type: 'text' }, [['retyped', false, 'Account · Account Phone was phone and is text now.']]],
    [
      'Name',
      { maxLength: 80 },
      [['shortened', true, 'Account · Account Name takes 80 characters now instead of 255.']],
    ],
    [
      'Name',
      { maxLength: null },
      [['lengthened', false, 'Account · Account Name takes any number of characters now.']],
    ],
    [
      'AnnualRevenue',
      { precision: 12, scale: 2 },
      [['shortened', true, 'Account · Annual Revenue takes 10 digits before the point now instead of 18.']],
    ],
    ['Phone', { required: true }, [['newlyRequired', true, 'Account · Account Phone must be filled now.']]],
    ['Name', { required: false }, [['noLongerRequired', false, 'Account · Account Name may be empty now.']]],
    [
      'Rating',
      { picklist: ['Hot', 'Cold', 'Frozen'] },
      [
        ['valuesGone', true, 'Account · Account Rating has lost 1 value: Warm.'],
        ['valuesAdded', false, 'Account · Account Rating has 1 value more: Frozen.'],
      ],
    ],
    ['Rating', { picklist: [] }, [['valuesAdded', false, 'Account · Account Rating takes any value now.']]],
    [
      'Rating',
      { restricted: true },
      [['restricted', true, 'Account · Account Rating refuses values that are not in its list now.']],
    ],
    ['Phone', { unique: true }, [['unique', true, 'Account · Account Phone must be unique now.']]],
    [
      'ParentId',
      { references: { objects: ['Contact'], header: 'x', self: false } },
      [
        [
          'pointsElsewhere',
          true,
          'Account · Parent Account ID pointed to Account and points to Contact now.',
        ],
      ],
    ],
    [
      'Phone',
      { label: 'Telephone' },
      [['relabelled', false, 'Account · Telephone was called Account Phone.']],
    ],
  ])('says what changed in %s: %j', (api, change, expected) => {
    expect(words(salesforce, withField(api, change))).toEqual(expected);
  });

  it('lists what is tighter one way as looser the other way (any change of size, duty or list)', () => {
    const change = fc.record({
      maxLength: fc.option(fc.integer({ min: 1, max: 300 })),
      required: fc.boolean(),
      unique: fc.boolean(),
      restricted: fc.boolean(),
      picklist: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')),
    });
    fc.assert(
      fc.property(change, change, (one, other) => {
        const a = withField('Site', one);
        const b = withField('Site', other);
        const there = diffTargets(a, b);
        const back = diffTargets(b, a);
        expect(there.length === 0).toBe(back.length === 0);
        expect(there.some((item) => item.tighter) || back.some((item) => item.tighter)).toBe(
          there.length > 0,
        );
      }),
    );
  });
});

describe('mappings that no longer fit', () => {
  it('are none when nothing got tighter', () => {
    expect(misfits(withField('Name', { maxLength: 300 }))).toEqual([]);
    expect(misfits(withField('Site', { maxLength: 5 }))).toEqual([]);
  });

  it('fill a field or an object that is gone', () => {
    expect(misfits(withAccount((fields) => fields.filter((field) => field.api !== 'Industry')))).toEqual([
      ['Industry', true, 'Account · Industry is gone.'],
    ]);
    const without = {
      ...salesforce,
      objects: salesforce.objects.filter((object) => object.name !== 'Account'),
    };
    expect(misfits(without).map(([field, broken]) => [field, broken])).toEqual([[null, true]]);
  });

  it('leave out a field that must be filled now', () => {
    expect(misfits(withField('Phone', { required: true }))).toEqual([
      ['Phone', true, 'Account · Account Phone must be filled now. No column fills it.'],
    ]);
  });

  it('write values that are gone, in a value map or as a constant', () => {
    const industry = withField('Industry', { picklist: ['Construction', 'Retail'] });
    expect(misfits(industry)[0]?.[2]).toContain('The mapping still writes “Apparel”.');
    const rating = withField('Rating', { picklist: ['Hot', 'Cold'] });
    expect(misfits(rating)).toEqual([
      ['Rating', true, 'Account · Account Rating has lost 1 value: Warm. The mapping still writes “Warm”.'],
    ]);
  });

  it('have to be looked at again when a field got shorter', () => {
    expect(misfits(withField('Name', { maxLength: 80 }))).toEqual([
      ['Name', false, 'Account · Account Name takes 80 characters now instead of 255.'],
    ]);
  });
});
