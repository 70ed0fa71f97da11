import type { FieldType, PicklistDependency } from '../types';
import { dependencyOf } from './dependency';
import { fieldOf, hasLength, withList } from './found-field';
import { isNoRecordObject, objectsLeftOut } from './no-record-objects';
import { leftOut } from './salesforce-describe';
import { fieldsOfSet } from './standard-lists';
import type { Found, FoundField, FoundObject } from './types';
import { childOf, childrenOf, childText, type XmlNode } from './xml-tree';

/**
 * Salesforce metadata in source format (`objects/Account/Account.object-meta.xml`, `…/fields/Tier__c.field-meta.xml`,
 * `globalValueSets/…`) and in the older one (`objects/Account.object`). Elements: Metadata API, CustomObject and
 * CustomField. Standard fields often stand there by name only; the built-in catalogue keeps their types.
 */

const TYPES: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([
  ['Text', 'text'],
  ['EncryptedText', 'text'],
  ['TextArea', 'textarea'],
  ['LongTextArea', 'textarea'],
  ['Html', 'textarea'],
  ['Picklist', 'picklist'],
  ['MultiselectPicklist', 'multiselect'],
  ['Lookup', 'lookup'],
  ['MasterDetail', 'lookup'],
  ['Hierarchy', 'lookup'],
  ['Currency', 'currency'],
  ['Number', 'number'],
  ['Percent', 'percent'],
  ['Date', 'date'],
  ['DateTime', 'datetime'],
  ['Time', 'time'],
  ['Checkbox', 'boolean'],
  ['Phone', 'phone'],
  ['Email', 'email'],
  ['Url', 'url'],
]);

/** Kinds Salesforce fills in by itself. */
const SILENT = new Set(['AutoNumber', 'Summary', 'Location', 'File', 'MetadataRelationship']);

/** Lengths of kinds that have one of their own. */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['Picklist', 255],
  ['Phone', 40],
  ['Email', 80],
  ['Url', 255],
  ['TextArea', 255],
]);

/** One parsed file with its path. */
export interface XmlFile {
  readonly name: string;
  readonly root: XmlNode;
}

/** Whether the root element is one that this reader understands. */
export function isSalesforceXml(root: XmlNode): boolean {
  return ['CustomObject', 'CustomField', 'GlobalValueSet', 'StandardValueSet'].includes(root.name);
}

/** What the files say together; fields of one object are united whatever file they stand in. */
export function readSalesforceXml(files: readonly XmlFile[]): Found {
  const notes: string[] = [];
  const standard = valueSetsOf(files, 'standardValueSet');
  const lists = standardLists(standard);
  // A set of the organisation comes before a standard one of its name.
  const valueSets = new Map([...standard, ...valueSetsOf(files, 'globalValueSet')]);
  const settings = new Set<string>();
  const objects = new Map<string, { label: string | null; plural: string | null; nodes: XmlNode[] }>();
  const objectOf = (name: string) => {
    let found = objects.get(name);
    if (!found) {
      found = { label: null, plural: null, nodes: [] };
      objects.set(name, found);
    }
    return found;
  };
  for (const { name, root } of files) {
    const object = objectName(name);
    if (root.name === 'CustomObject') {
      if (object === null) {
        notes.push(
          `${name}: the name of its object stands neither in the path nor in the file; it was left out.`,
        );
        continue;
      }
      if (childText(root, 'customSettingsType') !== null) settings.add(object);
      const found = objectOf(object);
      found.label = childText(root, 'label') ?? found.label;
      found.plural = childText(root, 'pluralLabel') ?? found.plural;
      found.nodes.push(...childrenOf(root, 'fields'), ...nameFields(root, object));
    } else if (root.name === 'CustomField') {
      if (object === null)
        notes.push(`${name}: keep it in a folder of its object (objects/Account/fields/…); it was left out.`);
      else objectOf(object).nodes.push(root);
    }
  }
  // What tasks and events have in common stands in an object that is neither.
  const shared = objects.get('Activity')?.nodes ?? [];
  if (shared.length > 0) for (const name of ['Task', 'Event']) objectOf(name).nodes.unshift(...shared);
  objects.delete('Activity');
  for (const { object } of lists) objectOf(object);
  const silent = new Set([...objects.keys()].filter((name) => settings.has(name) || isNoRecordObject(name)));
  const note = objectsLeftOut([...silent]);
  if (note !== null) notes.push(note);
  const read = [...objects].flatMap(([name, { label, plural, nodes }]): readonly FoundObject[] => {
    if (silent.has(name)) return [];
    const unknown: string[] = [];
    const fields = nodes.flatMap((node) => readField(name, node, valueSets, unknown, notes) ?? []);
    if (unknown.length > 0) notes.push(leftOut(name, unknown));
    const own = lists.filter(({ object }) => object === name);
    const all = withStandardLists(lastOfEach(fields), own);
    return [{ name, label, labelPlural: plural, fields: all, complete: false }];
  });
  return { objects: read, notes };
}

/** The values of one standard field. */
interface StandardList {
  readonly object: string;
  readonly field: string;
  readonly values: readonly XmlNode[];
}

function standardLists(valueSets: ReadonlyMap<string, readonly XmlNode[]>): readonly StandardList[] {
  return [...valueSets].flatMap(([set, values]) =>
    values.length === 0 ? [] : fieldsOfSet(set).map((place) => ({ ...place, values })),
  );
}

/** Fields with the lists of the standard ones among them; a list whose field is not described comes by itself. */
function withStandardLists(
  fields: readonly FoundField[],
  lists: readonly StandardList[],
): readonly FoundField[] {
  const found = new Map(fields.map((item) => [item.field.api, item]));
  for (const { field: api, values } of lists) {
    const known = found.get(api);
    if (known && known.field.picklist.length > 0) continue;
    const label = known?.field.label ?? api;
    const list = fieldOf({ api, label, type: 'picklist', ...valuesOf(values) });
    found.set(
      api,
      known?.typed
        ? { ...known, field: withList(known.field, list) }
        : { field: list, link: null, typed: false },
    );
  }
  return [...found.values()];
}

/** `…/objects/Account/fields/X.field-meta.xml`, `…/Account.object-meta.xml`, `objects/Account.object`. */
function objectName(path: string): string | null {
  const parts = path.replaceAll('\\', '/').split('/');
  const file = parts.at(-1) ?? '';
  const own = /^([A-Za-z][A-Za-z0-9_]*)\.object(?:-meta\.xml)?$/.exec(file);
  if (own?.[1]) return own[1];
  const at = parts.lastIndexOf('fields');
  const folder = at > 0 ? parts[at - 1] : undefined;
  return folder !== undefined && /^[A-Za-z][A-Za-z0-9_]{0,79}$/.test(folder) ? folder : null;
}

/** A custom object has a name field of its own, described apart. */
function nameFields(root: XmlNode, object: string): readonly XmlNode[] {
  const name = childOf(root, 'nameField');
  if (!name || !object.endsWith('__c') || childText(name, 'type') !== 'Text') return [];
  const set = (key: string, text: string): XmlNode => ({ name: key, text, children: [] });
  return [
    {
      ...name,
      children: [set('fullName', 'Name'), set('required', 'true'), set('length', '80'), ...name.children],
    },
  ];
}

function readField(
  object: string,
  node: XmlNode,
  valueSets: ReadonlyMap<string, readonly XmlNode[]>,
  unknown: string[],
  notes: string[],
): FoundField | null {
  const api = childText(node, 'fullName');
  const kind = childText(node, 'type');
  if (api === null || api === '') {
    unknown.push('a field without a name');
    return null;
  }
  if (childText(node, 'formula') !== null || (kind !== null && SILENT.has(kind))) return null;
  const type = kind === null ? 'text' : TYPES.get(kind);
  if (type === undefined) {
    unknown.push(`${api} (${kind ?? ''})`);
    return null;
  }
  const digits = numberOf(node, 'precision');
  const isNumber = type === 'number' || type === 'currency' || type === 'percent';
  const options = optionsOf(object, api, node, valueSets, notes);
  const field = fieldOf({
    api,
    label: childText(node, 'label') ?? api,
    type: isNumber && numberOf(node, 'scale') === 0 && type === 'number' ? 'integer' : type,
    maxLength: hasLength(type) ? (numberOf(node, 'length') ?? LENGTHS.get(kind ?? '') ?? null) : null,
    precision: isNumber ? digits : null,
    scale: isNumber ? numberOf(node, 'scale') : null,
    required: childText(node, 'required') === 'true' || kind === 'MasterDetail',
    unique: childText(node, 'unique') === 'true',
    externalId: childText(node, 'externalId') === 'true',
    ...options,
    note: childText(node, 'inlineHelpText') ?? childText(node, 'description'),
  });
  const parents = childrenOf(node, 'referenceTo').map((child) => child.text);
  const link =
    type === 'lookup'
      ? { objects: parents.length > 0 ? parents : [object], relationship: relationOf(api), header: null }
      : null;
  return { field, link, typed: kind !== null };
}

/** The name a load file uses: `Mother__r` for `Mother__c`, `Account` for `AccountId`. */
function relationOf(api: string): string {
  return api.endsWith('__c') ? api.replace(/__c$/, '__r') : api.replace(/Id$/, '');
}

function optionsOf(
  object: string,
  api: string,
  node: XmlNode,
  valueSets: ReadonlyMap<string, readonly XmlNode[]>,
  notes: string[],
): {
  picklist: readonly string[];
  optionLabels: readonly string[];
  restricted: boolean;
  defaultValue?: string;
  dependsOn?: PicklistDependency;
} {
  const set = childOf(node, 'valueSet') ?? childOf(node, 'picklist');
  if (!set) return { picklist: [], optionLabels: [], restricted: false };
  const shared = childText(set, 'valueSetName');
  const own = childOf(set, 'valueSetDefinition');
  const nodes = own ? childrenOf(own, 'value') : childrenOf(set, 'picklistValues');
  const values = shared === null ? nodes : (valueSets.get(shared) ?? []);
  if (shared !== null && values.length === 0)
    notes.push(
      `${object}.${api} uses the global value set ${shared}, which is not among the files; its list is open.`,
    );
  return {
    ...valuesOf(values),
    restricted: (childText(set, 'restricted') ?? childText(set, 'restrictedPicklist')) === 'true',
    ...dependsOn(set),
  };
}

/** Active values with their labels, and the one that is filled in. */
function valuesOf(values: readonly XmlNode[]): {
  picklist: readonly string[];
  optionLabels: readonly string[];
  defaultValue?: string;
} {
  const active = values.filter((value) => childText(value, 'isActive') !== 'false');
  const first = active.find((value) => childText(value, 'default') === 'true');
  const named = (value: XmlNode): string => childText(value, 'fullName') ?? '';
  return {
    picklist: active.map(named),
    optionLabels: active.map((value) => childText(value, 'label') ?? named(value)),
    ...(first ? { defaultValue: named(first) } : {}),
  };
}

/** `valueSettings` in source format; the older format names the controlling values inside each picklist value. */
function dependsOn(set: XmlNode): { dependsOn?: PicklistDependency } {
  const field = childText(set, 'controllingField');
  if (field === null || field === '') return {};
  const texts = (node: XmlNode, name: string) => childrenOf(node, name).map(({ text }) => text);
  const values = [
    ...childrenOf(set, 'valueSettings').map((node) => ({
      value: childText(node, 'valueName') ?? '',
      controlledBy: texts(node, 'controllingFieldValue'),
    })),
    ...childrenOf(set, 'picklistValues').map((node) => ({
      value: childText(node, 'fullName') ?? '',
      controlledBy: texts(node, 'controllingFieldValues'),
    })),
  ];
  return { dependsOn: dependencyOf(field, [], values) };
}

/** Value sets of one kind that several fields share, by name. */
function valueSetsOf(
  files: readonly XmlFile[],
  kind: 'globalValueSet' | 'standardValueSet',
): ReadonlyMap<string, readonly XmlNode[]> {
  const sets = new Map<string, readonly XmlNode[]>();
  for (const { name, root } of files) {
    const [, set, found] = /([^/\\]+)\.(globalValueSet|standardValueSet)(?:-meta\.xml)?$/.exec(name) ?? [];
    if (set !== undefined && found === kind)
      sets.set(set, [...childrenOf(root, 'customValue'), ...childrenOf(root, 'standardValue')]);
  }
  return sets;
}

/** Source format and the object file may name a field twice; the later file wins. */
function lastOfEach(fields: readonly FoundField[]): readonly FoundField[] {
  return [...new Map(fields.map((item) => [item.field.api, item])).values()];
}

function numberOf(node: XmlNode, name: string): number | null {
  const text = childText(node, name);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
