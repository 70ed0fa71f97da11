import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import isoCodes from 'i18n-iso-countries/codes.json';
import { z } from 'zod';
import { ADDRESS_QUALIFIERS, LEXICON } from '../src/shared/profile/lexicon';
import type {
  FieldReference,
  FieldType,
  TargetField,
  TargetObject,
  TargetSystem,
} from '../src/shared/target/types';
import { addressGroup, meaningOf } from './target-concepts';
import { GENERIC_ERRORS, SETTINGS, type TargetSettings } from './target-settings';

/**
 * Writes `resources/targets/*.json` from fact files about each system (fields, lengths, picklists, loader errors, in the
 * shape read below) and the header words of the lexicon. Run after changing the lexicon or when a vendor changes facts:
 *
 *     npx tsx scripts/import-targets.ts <folder with salesforce.json, hubspot.json, generic.json>
 */

const factField = z.looseObject({
  api: z.string(),
  label: z.string(),
  type: z.string(),
  maxLength: z.number().nullish(),
  precision: z.number().nullish(),
  scale: z.number().nullish(),
  digits: z.number().optional(),
  required: z.boolean().nullish(),
  requiredGroup: z.string().nullish(),
  picklist: z.array(z.string()).optional(),
  picklistAlternative: z.array(z.string()).optional(),
  picklistNote: z.string().optional(),
  optionLabels: z.record(z.string(), z.string()).optional(),
  restricted: z.boolean().nullish(),
  unique: z.boolean().nullish(),
  note: z.string().nullish(),
  writeable: z.union([z.string(), z.boolean()]).optional(),
  references: z
    .looseObject({
      objects: z.array(z.string()),
      header: z.string(),
      by: z.array(z.string()),
      headerAlternatives: z.array(z.string()).optional(),
      note: z.string().optional(),
    })
    .nullish(),
});
const factSystem = z.looseObject({
  system: z.string(),
  label: z.string(),
  errors: z.array(z.looseObject({ code: z.string(), meaning: z.string() })),
  objects: z.array(
    z.looseObject({
      name: z.string(),
      label: z.string(),
      labelPlural: z.string(),
      loadOrder: z.number(),
      fields: z.array(factField),
    }),
  ),
});

type FactField = z.infer<typeof factField>;

/** Labels instead of numeric option ids, which differ per account; the import tool accepts both. */
const LABELS_AS_VALUES = new Set(['hs_pipeline', 'hs_pipeline_stage']);

const TYPES: Readonly<Record<string, FieldType>> = { combobox: 'text', association: 'lookup' };

function convertField(
  object: string,
  fact: FactField,
  settings: TargetSettings,
  names: readonly string[],
): TargetField {
  const reference = referenceOf(object, fact, settings, names);
  const labels = Object.values(fact.optionLabels ?? {});
  const useLabels = LABELS_AS_VALUES.has(fact.api) && labels.length > 0;
  const isCode = /country_?code$/i.test(fact.api);
  const picklist = useLabels
    ? labels
    : isCode
      ? isoCodes.map((code) => code[0]!).sort()
      : (fact.picklist ?? []);
  const byIdOnly = reference === null && fact.references != null;
  return {
    api: fact.api,
    label: fact.api === settings.legacyKey ? 'Legacy ID' : fact.label,
    type: byIdOnly ? 'id' : reference ? 'lookup' : (TYPES[fact.type] ?? (fact.type as FieldType)),
    maxLength: fact.maxLength ?? null,
    precision: fact.precision ?? fact.digits ?? null,
    scale: fact.scale ?? (fact.precision != null || fact.digits != null ? 0 : null),
    required: fact.required ?? false,
    requiredGroup: settings.requiredGroups[`${object}.${fact.api}`] ?? fact.requiredGroup ?? null,
    picklist: fact.type === 'combobox' ? [] : picklist,
    restricted: fact.restricted ?? false,
    unique: fact.unique ?? false,
    references: reference,
    synonyms: synonymsOf(object, fact.api),
    note: noteOf(fact, reference),
    group: addressGroup(object, fact.api),
    working: false,
  };
}

/** Null when the field points nowhere or only takes ids given out by the target. */
function referenceOf(
  object: string,
  fact: FactField,
  settings: TargetSettings,
  names: readonly string[],
): FieldReference | null {
  const reference = fact.references;
  if (fact.api === 'related_legacy_id')
    return { objects: ['organization', 'person', 'opportunity'], header: fact.api, self: false };
  if (fact.api === 'hs_parent_company_id')
    return { objects: [object], header: 'Parent company: Legacy ID', self: true };
  if (!reference) return null;
  if (reference.by.length === 1 && reference.by[0] === 'Id') return null;
  const inside = reference.objects.filter((name) => names.includes(name));
  const first = inside[0] ?? (reference.objects.includes('User') ? 'User' : reference.objects[0]!);
  const header =
    settings.legacyKey === 'legacy_id' && inside.length > 0 && fact.api.endsWith('_association')
      ? `${fact.label}: Legacy ID`
      : reference.header;
  return { objects: [first], header, self: first === object };
}

function noteOf(fact: FactField, reference: FieldReference | null): string | null {
  const parts: string[] = [];
  if (fact.note) parts.push(fact.note);
  if (fact.references?.note) parts.push(fact.references.note);
  if (typeof fact.writeable === 'string') parts.push(`Writeable: ${fact.writeable}.`);
  if (fact.picklistAlternative)
    parts.push(`${fact.picklistNote ?? 'Other orgs ship:'} (${fact.picklistAlternative.join(', ')})`);
  else if (fact.picklistNote) parts.push(fact.picklistNote);
  if (fact.type === 'combobox' && fact.picklist) parts.push(`Usual values: ${fact.picklist.join(', ')}.`);
  if (LABELS_AS_VALUES.has(fact.api) && fact.optionLabels)
    parts.push(
      `Internal ids: ${Object.entries(fact.optionLabels)
        .map(([id, label]) => `${id} = ${label}`)
        .join(', ')}.`,
    );
  const others = (fact.references?.objects ?? []).filter((name) => !reference?.objects.includes(name));
  if (reference && others.length > 0)
    parts.push(`May also point to ${others.join(', ')}: one column per kind (${alternatives(fact)}).`);
  if (!reference && fact.references) parts.push('Takes an id given out by the target, not a legacy key.');
  return parts.length > 0 ? parts.join(' ') : null;
}

function alternatives(fact: FactField): string {
  return fact.references?.headerAlternatives?.join(', ') ?? 'not in this catalogue';
}

function synonymsOf(object: string, api: string): string[] {
  const meaning = meaningOf(object, api);
  const words = new Set<string>();
  for (const concept of meaning.concepts) {
    const byLanguage: Readonly<Record<string, string>> = LEXICON[concept];
    if (meaning.usual)
      for (const list of Object.values(byLanguage)) for (const word of list.split('|')) words.add(word);
    if (meaning.qualifier === null) continue;
    const qualifiers: Readonly<Record<string, string>> = ADDRESS_QUALIFIERS[meaning.qualifier];
    for (const [language, list] of Object.entries(byLanguage)) {
      const first = (qualifiers[language] ?? '').split('|').slice(0, 3);
      for (const qualifier of first)
        for (const word of list.split('|').slice(0, 3)) if (qualifier) words.add(`${qualifier} ${word}`);
    }
  }
  return [...words];
}

function legacyField(settings: TargetSettings): FactField {
  return {
    api: settings.legacyKey,
    label: 'Legacy ID',
    type: 'text',
    maxLength: 255,
    unique: true,
    note: 'CUSTOM FIELD: the implementer must create it (Text, External ID, Unique) before the load.',
  };
}

function convert(json: unknown): TargetSystem {
  const facts = factSystem.parse(json);
  const settings = SETTINGS[facts.system]!;
  const kept = facts.objects.filter((object) => !settings.skipObjects.includes(object.name));
  const names = kept.map((object) => object.name);
  const objects = kept.map((object): TargetObject => {
    const own = object.fields.filter(
      (field) => field.writeable !== false && !settings.skipFields.includes(field.api),
    );
    const fields = own.some((field) => field.api === settings.legacyKey)
      ? own
      : [legacyField(settings), ...own];
    return {
      name: object.name,
      label: object.label,
      labelPlural: object.labelPlural,
      loadOrder: object.loadOrder,
      fileStem: object.name,
      legacyKeyField: settings.legacyKey,
      fields: fields.map((field) => convertField(object.name, field, settings, names)),
    };
  });
  return {
    schemaVersion: 1,
    system: facts.system,
    label: facts.label,
    file: settings.file,
    loaders: settings.loaders,
    errors:
      facts.errors.length > 0 ? facts.errors.map(({ code, meaning }) => ({ code, meaning })) : GENERIC_ERRORS,
    objects: objects.sort((a, b) => a.loadOrder - b.loadOrder),
  };
}

/** JSON with one field to a line, so that a change of one field is a change of one line. */
function layOut(system: TargetSystem): string {
  const { objects, errors, loaders, ...head } = system;
  const lines = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  const list = (items: readonly unknown[], indent: string): string =>
    items.map((item) => `${indent}${JSON.stringify(item, withoutWorking)}`).join(',\n');
  const objectTexts = objects.map(({ fields, ...rest }) => {
    const start = JSON.stringify(rest).slice(0, -1);
    return `    ${start},"fields":[\n${list(fields, '      ')}\n    ]}`;
  });
  return [
    '{',
    ...lines,
    `  "loaders": [\n${list(loaders, '    ')}\n  ],`,
    `  "errors": [\n${list(errors, '    ')}\n  ],`,
    `  "objects": [\n${objectTexts.join(',\n')}\n  ]`,
    '}',
    '',
  ].join('\n');
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Usage: npx tsx scripts/import-targets.ts <folder with the fact files>');
  process.exit(1);
}
const out = join(import.meta.dirname, '../resources/targets');
mkdirSync(out, { recursive: true });
for (const name of Object.keys(SETTINGS)) {
  const json: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const system = convert(json);
  writeFileSync(join(out, `${name}.json`), layOut(system));
  console.log(
    `${name}: ${system.objects.length} objects, ${system.objects.flatMap((o) => o.fields).length} fields`,
  );
}

/** Catalogues hold only what the target has; working fields are added when they are read. */
function withoutWorking(key: string, value: unknown): unknown {
  return key === 'working' ? undefined : value;
}
