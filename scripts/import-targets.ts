import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import isoCodes from 'i18n-iso-countries/codes.json';
import { z } from 'zod';
import { addressGroup } from '../src/shared/target/field-meaning';
import { withSynonyms } from '../src/shared/target/synonyms';
import type {
  FieldReference,
  FieldType,
  LoaderError,
  TargetField,
  TargetObject,
  TargetSystem,
} from '../src/shared/target/types';
import { inLoadOrder, writeTarget } from '../src/shared/target/written';
import { ERROR_SENTENCES, GENERAL_ERRORS } from './target-errors';
import { JUNCTIONS, UNIQUE_TOGETHER } from './target-junctions';
import { SETTINGS, type TargetSettings } from './target-settings';

/**
 * Writes `resources/targets/*.json` from fact files about each system (fields, lengths, picklists, loader errors, in the
 * shape read below). Run when a vendor changes facts or a setting changes:
 *
 *     npx tsx scripts/import-targets.ts <folder with salesforce.json, hubspot.json, …>
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
  unique: z.union([z.boolean(), z.string()]).nullish(),
  default: z.string().nullish(),
  stageProbability: z.record(z.string(), z.number()).optional(),
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
const factObject = z.looseObject({
  name: z.string(),
  label: z.string(),
  labelPlural: z.string(),
  loadOrder: z.number(),
  fields: z.array(factField),
});
const factSystem = z.looseObject({
  system: z.string(),
  label: z.string(),
  errors: z.array(
    z.looseObject({
      code: z.string(),
      meaning: z.string(),
      offlineCheck: z.string().optional(),
      severity: z.enum(['error', 'warning', 'info']).optional(),
    }),
  ),
  objects: z.array(factObject),
});

type FactField = z.infer<typeof factField>;
type FactObject = z.infer<typeof factObject>;

/** Labels instead of numeric option ids, which differ per account; the import tool accepts both. */
const LABELS_AS_VALUES = new Set(['hs_pipeline', 'hs_pipeline_stage']);

const TYPES: Readonly<Record<string, FieldType>> = { combobox: 'text', association: 'lookup' };

function convertField(
  object: FactObject,
  fact: FactField,
  settings: TargetSettings,
  objects: readonly FactObject[],
): TargetField {
  const reference = referenceOf(object, fact, settings, objects);
  const labels = Object.values(fact.optionLabels ?? {});
  const useLabels = LABELS_AS_VALUES.has(fact.api) && labels.length > 0;
  const isCode = /country_?code$/i.test(fact.api);
  const picklist = useLabels
    ? labels
    : isCode
      ? isoCodes.map((code) => code[0]!).sort()
      : fact.type === 'combobox'
        ? []
        : (fact.picklist ?? []);
  const optionLabels = picklist.map((value) => fact.optionLabels?.[value] ?? value);
  const byIdOnly = reference === null && fact.references != null;
  const isKey = fact.api === settings.legacyKey;
  return {
    api: fact.api,
    label: isKey ? (settings.legacyLabel?.(object.label) ?? 'Legacy ID') : fact.label,
    type: byIdOnly ? 'id' : reference ? 'lookup' : (TYPES[fact.type] ?? (fact.type as FieldType)),
    maxLength: fact.maxLength ?? null,
    precision: fact.precision ?? fact.digits ?? null,
    scale: fact.scale ?? (fact.precision != null || fact.digits != null ? 0 : null),
    required: fact.required ?? false,
    requiredGroup: settings.requiredGroups[`${object.name}.${fact.api}`] ?? fact.requiredGroup ?? null,
    picklist,
    ...(!useLabels && fact.optionLabels ? { optionLabels } : {}),
    ...(fact.picklistAlternative ? { otherPicklist: fact.picklistAlternative } : {}),
    ...(fact.default != null ? { defaultValue: fact.default } : {}),
    restricted: fact.restricted ?? false,
    unique: isKey || fact.unique === true,
    references: reference,
    synonyms: [],
    note: noteOf(object, fact, reference, settings),
    group: addressGroup(object.name, fact.api),
    working: false,
  };
}

/** Null when the field points nowhere or only takes ids given out by the target. */
function referenceOf(
  object: FactObject,
  fact: FactField,
  settings: TargetSettings,
  objects: readonly FactObject[],
): FieldReference | null {
  const reference = fact.references;
  if (fact.api === 'related_legacy_id')
    return { objects: ['organization', 'person', 'opportunity'], header: fact.api, self: false };
  if (fact.api === 'hs_parent_company_id')
    return { objects: [object.name], header: 'Parent company: Legacy ID', self: true };
  if (!reference) return null;
  const byIdOnly = reference.by.length === 1 && reference.by[0]?.toLowerCase() === 'id';
  const wanted = settings.linkObjects?.[`${object.name}.${fact.api}`] ?? reference.objects;
  const inside = wanted.filter((name) => objects.some((item) => item.name === name));
  if (byIdOnly && !(settings.linkHeader && inside.length > 0)) return null;
  const outside = reference.objects.includes('User') ? 'User' : reference.objects[0]!;
  const pointsTo = inside.length > 0 ? inside : [outside];
  const parentLabel = objects.find((item) => item.name === inside[0])?.label ?? null;
  const header =
    settings.linkHeader?.({ api: fact.api, header: reference.header, parentLabel, byIdOnly }) ??
    (settings.legacyKey === 'legacy_id' && inside.length > 0 && fact.api.endsWith('_association')
      ? `${fact.label}: Legacy ID`
      : reference.header);
  const byName = inside[0] === undefined ? undefined : settings.linkNames?.[inside[0]];
  return {
    objects: pointsTo,
    header,
    self: pointsTo.includes(object.name),
    ...(byName ? { byName } : {}),
  };
}

function noteOf(
  object: FactObject,
  fact: FactField,
  reference: FieldReference | null,
  settings: TargetSettings,
): string | null {
  const parts: string[] = [];
  const own = settings.notes?.[`${object.name}.${fact.api}`];
  const general = settings.notes?.[`*.${fact.api}`];
  if (own ?? general) parts.push([own, general].filter((part) => part !== undefined).join(' '));
  else if (fact.note) parts.push(fact.note);
  if (fact.references?.note) parts.push(fact.references.note);
  if (typeof fact.writeable === 'string') parts.push(`Writeable: ${fact.writeable}.`);
  if (typeof fact.unique === 'string') parts.push(`Not unique by itself: ${fact.unique}.`);
  if (fact.picklistNote) parts.push(fact.picklistNote);
  if (fact.type === 'combobox' && fact.picklist) parts.push(`Usual values: ${fact.picklist.join(', ')}.`);
  if (fact.stageProbability) parts.push(`Usual probabilities: ${pairs(fact.stageProbability, ' ')}.`);
  if (LABELS_AS_VALUES.has(fact.api) && fact.optionLabels)
    parts.push(`Internal ids: ${pairs(fact.optionLabels, ' = ')}.`);
  const others = (fact.references?.objects ?? []).filter((name) => !reference?.objects.includes(name));
  if (reference && others.length > 0 && !settings.linkObjects?.[`${object.name}.${fact.api}`])
    parts.push(`May also point to ${others.join(', ')}.`);
  if (reference && reference.objects.length > 1 && fact.references?.headerAlternatives)
    parts.push(`One column per kind of parent (${alternatives(fact)}).`);
  if (!reference && fact.references) parts.push('Takes an id given out by the target, not a legacy key.');
  return parts.length > 0 ? parts.join(' ') : null;
}

function pairs(record: Readonly<Record<string, string | number>>, sign: string): string {
  return Object.entries(record)
    .map(([key, value]) => `${key}${sign}${value}`)
    .join(', ');
}

function alternatives(fact: FactField): string {
  const headers = [fact.references?.header ?? '', ...(fact.references?.headerAlternatives ?? [])];
  return headers.join(', ');
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

/** The loader's codes with plain sentences; a target without codes of its own has the general ones. */
function errorsOf(facts: z.infer<typeof factSystem>): readonly LoaderError[] {
  if (facts.errors.length === 0) return GENERAL_ERRORS;
  const sentences = ERROR_SENTENCES[facts.system] ?? {};
  return facts.errors.map(({ code, meaning, offlineCheck, severity }) => ({
    code,
    meaning: sentences[code] ?? `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`,
    ...(severity === undefined ? {} : { severity }),
    ...(severity === 'info' ||
    offlineCheck === undefined ||
    /not (planned|predictable)|cannot/.test(offlineCheck)
      ? {}
      : { check: offlineCheck.replace('same check before export', 'the same check on every row') }),
  }));
}

/** The objects that tie others together, checked like facts. */
function factJunctions(system: string): readonly FactObject[] {
  return z.array(factObject).parse(JUNCTIONS[system] ?? []);
}

function convert(json: unknown): TargetSystem {
  const facts = factSystem.parse(json);
  const settings = SETTINGS[facts.system]!;
  const kept = [...facts.objects, ...factJunctions(facts.system)].filter(
    (object) => !settings.skipObjects.includes(object.name),
  );
  const objects = kept.map((object): TargetObject => {
    const own = object.fields.filter(
      (field) => field.writeable !== false && !settings.skipFields.includes(field.api),
    );
    const key = own.find((field) => field.api === settings.legacyKey) ?? legacyField(settings);
    const fields = [key, ...own.filter((field) => field !== key)];
    const together = UNIQUE_TOGETHER[`${facts.system}.${object.name}`];
    return {
      name: object.name,
      label: object.label,
      labelPlural: object.labelPlural,
      loadOrder: object.loadOrder,
      fileStem: object.name,
      legacyKeyField: settings.legacyKey,
      ...(together === undefined ? {} : { uniqueTogether: together }),
      fields: fields.map((field) => convertField(object, field, settings, kept)),
    };
  });
  return withSynonyms(
    inLoadOrder({
      schemaVersion: 1,
      system: facts.system,
      label: facts.label,
      file: settings.file,
      loaders: settings.loaders,
      errors: errorsOf(facts),
      objects,
    }),
  );
}

/** JSON with one field to a line, so that a change of one field is a change of one line. */
function layOut(system: TargetSystem): string {
  const { objects, errors, loaders, ...head } = writeTarget(system);
  const lines = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  const list = (items: readonly unknown[], indent: string): string =>
    items.map((item) => `${indent}${JSON.stringify(item)}`).join(',\n');
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
