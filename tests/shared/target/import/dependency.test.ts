import { builtInTarget, objectNamed } from '@shared/target/catalogue';
import { diffTargets } from '@shared/target/diff';
import { removeField } from '@shared/target/edit';
import { positionsIn } from '@shared/target/import/dependency';
import { importMetadata } from '@shared/target/import/import-metadata';
import type { PicklistDependency, TargetSystem } from '@shared/target/types';
import { readTarget, writeTarget } from '@shared/target/written';
import { describe, expect, it } from 'vitest';

function imported(name: string, content: unknown): TargetSystem {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const result = importMetadata([{ name, text }], builtInTarget, null);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.system;
}

const dependencyOf = (system: TargetSystem, object: string, api: string): PicklistDependency | undefined =>
  objectNamed(system, object)?.fields.find((field) => field.api === api)?.dependsOn;

const picklist = (name: string, values: readonly (readonly [string, string?])[], more: object = {}) => ({
  name,
  label: name,
  type: 'picklist',
  nillable: true,
  createable: true,
  restrictedPicklist: true,
  picklistValues: values.map(([value, validFor]) => ({ value, label: value, active: true, validFor })),
  ...more,
});

/** 'gAAA' = 1000 0000 …: the first value; 'YAAA' = 0110 …: the second and third. */
const DESCRIBE = {
  name: 'Account',
  fields: [
    picklist('Region__c', [['North'], ['South'], ['East']]),
    picklist(
      'Office__c',
      [
        ['Kiel', 'gAAA'],
        ['Ulm', 'YAAA'],
        ['Bonn', 'AAAA'],
      ],
      {
        dependentPicklist: true,
        controllerName: 'Region__c',
      },
    ),
    { name: 'Partner__c', label: 'Partner', type: 'boolean', nillable: false, createable: true },
    picklist(
      'Level__c',
      [
        ['Gold', 'QAAA'],
        ['None', 'gAAA'],
      ],
      {
        dependentPicklist: true,
        controllerName: 'Partner__c',
      },
    ),
    picklist('Lost__c', [['A', 'gAAA']], { dependentPicklist: true, controllerName: 'RecordTypeId' }),
  ],
};

describe('validFor', () => {
  it.each([
    ['gAAA', [0]],
    ['YAAA', [1, 2]],
    ['AAAB', [23]],
    ['AAAA', []],
    ['', []],
    ['not base64!', []],
    ['g'.repeat(8_000), []],
  ] as const)('%s names %j', (text, positions) => {
    expect(positionsIn(text)).toEqual(positions);
  });
});

describe('dependent picklists', () => {
  const described = imported('account.json', DESCRIBE);

  it('are read from describe, with lists and checkboxes as controlling fields', () => {
    expect(dependencyOf(described, 'Account', 'Office__c')).toEqual({
      field: 'Region__c',
      allowed: [
        { when: 'North', values: ['Kiel'] },
        { when: 'South', values: ['Ulm'] },
        { when: 'East', values: ['Ulm'] },
      ],
    });
    expect(dependencyOf(described, 'Account', 'Level__c')).toEqual({
      field: 'Partner__c',
      allowed: [
        { when: 'false', values: ['None'] },
        { when: 'true', values: ['Gold'] },
      ],
    });
  });

  it('are left out where the controlling field cannot be loaded', () => {
    expect(dependencyOf(described, 'Account', 'Lost__c')).toBeUndefined();
  });

  it('are read from field metadata, in source format and in the older one', () => {
    const head = '<?xml version="1.0" encoding="UTF-8"?>';
    const value = (name: string) => `<value><fullName>${name}</fullName><label>${name}</label></value>`;
    const field = (name: string, body: string) =>
      `<fields><fullName>${name}</fullName><label>${name}</label><type>Picklist</type>${body}</fields>`;
    const system = imported(
      'objects/Account.object',
      `${head}<CustomObject>${field(
        'Region__c',
        `<valueSet><restricted>true</restricted><valueSetDefinition>${value('North')}${value('South')}</valueSetDefinition></valueSet>`,
      )}${field(
        'Office__c',
        `<valueSet><controllingField>Region__c</controllingField><restricted>true</restricted>
          <valueSetDefinition>${value('Kiel')}${value('Ulm')}</valueSetDefinition>
          <valueSettings><controllingFieldValue>North</controllingFieldValue><valueName>Kiel</valueName></valueSettings>
          <valueSettings><controllingFieldValue>North</controllingFieldValue><controllingFieldValue>South</controllingFieldValue><valueName>Ulm</valueName></valueSettings></valueSet>`,
      )}${field(
        'Old__c',
        `<picklist><controllingField>Region__c</controllingField>
          <picklistValues><fullName>X</fullName><controllingFieldValues>South</controllingFieldValues></picklistValues></picklist>`,
      )}</CustomObject>`,
    );
    expect(dependencyOf(system, 'Account', 'Office__c')).toEqual({
      field: 'Region__c',
      allowed: [
        { when: 'North', values: ['Kiel', 'Ulm'] },
        { when: 'South', values: ['Ulm'] },
      ],
    });
    expect(dependencyOf(system, 'Account', 'Old__c')).toEqual({
      field: 'Region__c',
      allowed: [{ when: 'South', values: ['X'] }],
    });
  });

  it('are the reasons for a status in Dataverse that are not hidden, each of one state', () => {
    const label = (text: string) => ({ UserLocalizedLabel: { Label: text } });
    const system = imported('account.json', {
      LogicalName: 'account',
      Attributes: [
        {
          LogicalName: 'statecode',
          AttributeType: 'State',
          IsValidForCreate: true,
          OptionSet: {
            Options: [
              { Value: 0, Label: label('Active') },
              { Value: 1, Label: label('Inactive') },
            ],
          },
        },
        {
          LogicalName: 'statuscode',
          AttributeType: 'Status',
          IsValidForCreate: true,
          OptionSet: {
            Options: [
              { Value: 1, State: 0, Label: label('Customer') },
              { Value: 2, State: 1, Label: label('Closed') },
              { Value: 3, State: 1, IsHidden: true, Label: label('Lost long ago') },
            ],
          },
        },
      ],
    });
    expect(dependencyOf(system, 'account', 'statuscode')).toEqual({
      field: 'statecode',
      allowed: [
        { when: 'Active', values: ['Customer'] },
        { when: 'Inactive', values: ['Closed'] },
      ],
    });
  });

  it('stay in a profile that is written and read, change with it, and go with their controlling field', () => {
    expect(dependencyOf(readTarget(writeTarget(described)), 'Account', 'Office__c')).toEqual(
      dependencyOf(described, 'Account', 'Office__c'),
    );
    const account = objectNamed(described, 'Account')!;
    const without = removeField(account, 'Region__c');
    expect(without.ok && without.value.fields.find(({ api }) => api === 'Office__c')?.dependsOn).toBe(
      undefined,
    );
    const changed = imported('account.json', {
      ...DESCRIBE,
      fields: DESCRIBE.fields.map((field) =>
        field.name === 'Office__c' ? { ...field, dependentPicklist: false } : field,
      ),
    });
    expect(diffTargets(described, changed).map(({ field, kind }) => [field, kind])).toEqual([
      ['Office__c', 'dependency'],
    ]);
  });
});
