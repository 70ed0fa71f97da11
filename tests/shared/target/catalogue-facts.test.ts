import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_IN_SYSTEMS, builtInTarget, parseTarget } from '@shared/target/catalogue';
import { isDateFormat } from '@shared/target/date-format';
import { withSynonyms } from '@shared/target/synonyms';
import type { TargetSystem } from '@shared/target/types';
import { withWorkingFields } from '@shared/target/working-fields';
import { writeTarget } from '@shared/target/written';
import { GENERAL_CODES, loaderCode, RULE_NAMES } from '@shared/validate/codes';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../../resources/targets');

/** Records that are loaded elsewhere: users, price lists and the like. */
const OUTSIDE = new Set([
  ...['User', 'owner', 'systemuser', 'users', 'user'],
  ...['transactioncurrency', 'campaign', 'pricelevel', 'Individual', 'Pricebook2', 'Asset'],
]);

function catalogue(system: string): TargetSystem {
  const found = builtInTarget(system);
  if (!found) throw new Error(`no ${system}`);
  return found;
}

describe.each(BUILT_IN_SYSTEMS.map(({ system }) => system))('the catalogue of %s', (system) => {
  const target = catalogue(system);
  const fields = target.objects.flatMap((object) =>
    object.fields.filter((field) => !field.working).map((field) => ({ object, field })),
  );

  it('is accepted by the schema as it stands on the disk, and stays small', () => {
    const path = join(FOLDER, `${system}.json`);
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const parsed = parseTarget(json);
    expect(parsed.ok).toBe(true);
    if (parsed.ok) expect(withWorkingFields(withSynonyms(parsed.value))).toEqual(target);
    expect(statSync(path).size).toBeLessThan(64_000);
  });

  it('is written as it was read: no empty property, no synonym its name gives anyway', () => {
    const json: unknown = JSON.parse(readFileSync(join(FOLDER, `${system}.json`), 'utf8'));
    expect(writeTarget(target)).toEqual(json);
  });

  it('points to its own objects or to known ones outside, and to itself only where it says so', () => {
    const names = new Set(target.objects.map((object) => object.name));
    for (const { object, field } of fields) {
      if (!field.references) continue;
      const where = `${object.name}.${field.api}`;
      const { objects, self } = field.references;
      const inside = objects.filter((name) => names.has(name));
      // Either all parents are of this catalogue, or none: a link is resolved or passed through.
      expect([where, inside.length]).toEqual([where, inside.length === 0 ? 0 : objects.length]);
      if (inside.length === 0)
        expect([where, objects.every((name) => OUTSIDE.has(name))]).toEqual([where, true]);
      expect([where, self]).toEqual([where, objects.includes(object.name)]);
      expect([where, field.type]).toEqual([where, 'lookup']);
    }
  });

  it('loads every object at a place of its own, and what a required link points to first', () => {
    const order = new Map(target.objects.map((object) => [object.name, object.loadOrder]));
    expect(new Set(order.values()).size).toBe(target.objects.length);
    for (const { object, field } of fields) {
      if (!field.required || !field.references) continue;
      for (const parent of field.references.objects)
        expect(order.get(parent) ?? 0, `${object.name}.${field.api}`).toBeLessThan(object.loadOrder);
    }
  });

  it('has lengths, precisions and picklists that make sense', () => {
    for (const { object, field } of fields) {
      const where = `${object.name}.${field.api}`;
      if (field.maxLength !== null) {
        expect(field.maxLength, where).toBeLessThanOrEqual(target.file.maxFieldChars);
        if (field.type !== 'multiselect')
          for (const value of field.picklist)
            expect(value.length, where).toBeLessThanOrEqual(field.maxLength);
      }
      if (field.precision !== null) expect(field.precision, where).toBeLessThanOrEqual(38);
      if (field.defaultValue !== undefined && field.picklist.length > 0)
        expect(field.picklist, where).toContain(field.defaultValue);
      if (field.optionLabels) expect(field.optionLabels.length, where).toBe(field.picklist.length);
      // Country codes are text in the target and a closed list for us.
      if (field.picklist.length > 0 && !/country_?code$/i.test(field.api))
        expect(['picklist', 'multiselect'], where).toContain(field.type);
      for (const value of field.picklist) expect(value, where).toBe(value.trim());
    }
  });

  it('names loaders that take its objects, and dates it can write', () => {
    const names = target.objects.map((object) => object.name);
    for (const loader of target.loaders)
      for (const name of loader.objects ?? []) expect(names).toContain(name);
    expect(isDateFormat(target.file.dateFormat) && isDateFormat(target.file.dateTimeFormat)).toBe(true);
  });

  it('lists every code the check before export uses, or the code is one of ours', () => {
    const listed = new Set(target.errors.map((error) => error.code));
    const general = new Set<string>(Object.values(GENERAL_CODES));
    for (const rule of RULE_NAMES) {
      const code = loaderCode(system, rule);
      expect([rule, code, listed.has(code) || general.has(code)]).toEqual([rule, code, true]);
    }
  });

  it('says what each code means in a sentence', () => {
    expect(target.errors.length).toBeGreaterThan(0);
    expect(new Set(target.errors.map((error) => error.code)).size).toBe(target.errors.length);
    for (const { code, meaning } of target.errors) expect(meaning, code).toMatch(/^[A-Z].*[.)”]$/);
  });
});

describe('facts of single systems', () => {
  const field = (system: string, object: string, api: string) =>
    catalogue(system)
      .objects.find((item) => item.name === object)
      ?.fields.find((item) => item.api === api);

  it('knows several parents of a polymorphic link', () => {
    expect(field('salesforce', 'Task', 'WhoId')?.references?.objects).toEqual(['Contact', 'Lead']);
    expect(field('salesforce', 'Task', 'WhatId')?.references?.objects).toEqual([
      'Account',
      'Opportunity',
      'Campaign',
      'Case',
    ]);
    expect(field('dynamics365', 'incident', 'customerid')?.references?.objects).toEqual([
      'account',
      'contact',
    ]);
    expect(field('zoho', 'Tasks', 'What_Id')?.references).toEqual({
      objects: ['Accounts', 'Deals'],
      header: 'What_Id.id',
      self: false,
    });
  });

  it('knows the labels of HubSpot’s options, and the lists other Salesforce organisations begin with', () => {
    const stage = field('hubspot', 'deals', 'dealstage');
    expect(stage?.picklist[3]).toBe('decisionmakerboughtin');
    expect(stage?.optionLabels?.[3]).toBe('Decision Maker Bought-In');
    expect(field('salesforce', 'Account', 'Type')?.otherPicklist).toContain('Competitor');
    expect(field('salesforce', 'Lead', 'Status')?.defaultValue).toBe('Open - Not Contacted');
  });

  it('knows lengths, options and groups of the other systems', () => {
    expect(field('dynamics365', 'account', 'name')).toMatchObject({ required: true, maxLength: 160 });
    expect(field('dynamics365', 'account', 'industrycode')?.picklist).toHaveLength(33);
    expect(field('dynamics365', 'incident', 'customerid')?.required).toBe(true);
    expect(field('dynamics365', 'account', 'address1_city')).toMatchObject({
      group: 'Address',
      maxLength: 80,
    });
    expect(field('dynamics365', 'account', 'address2_city')?.group).toBe('OtherAddress');
    expect(field('zoho', 'Deals', 'Stage')?.picklist).toContain('Closed-Lost to Competition');
    expect(field('zoho', 'Contacts', 'Account_Name')?.references?.header).toBe('Account_Name.External_ID');
    expect(field('pipedrive', 'deal', 'person_id')?.requiredGroup).toBe('person_id|org_id');
    expect(field('pipedrive', 'deal', 'status')).toMatchObject({
      restricted: true,
      picklist: ['open', 'won', 'lost'],
    });
  });

  it.each([
    ['dynamics365', 'account', 'name', 'Firma'],
    ['dynamics365', 'contact', 'address1_postalcode', 'PLZ'],
    ['dynamics365', 'contact', 'parentcustomerid', 'company'],
    ['zoho', 'Contacts', 'Mailing_City', 'ville'],
    ['zoho', 'Leads', 'Designation', 'job title'],
    ['pipedrive', 'person', 'emails', 'e-mail'],
  ])('%s %s.%s is found by header words', (system, object, api, word) => {
    expect(field(system, object, api)?.synonyms).toContain(word);
  });
});
