import { fail, ok, type Result } from '../../base/result';
import { checkPlainJson } from '../../base/schemas';
import { isProfile, parseProfile } from '../profile-file';
import type { TargetSystem } from '../types';
import { readCsvTemplate } from './csv-template';
import { readDataverse } from './dataverse';
import { dataverseTables } from './dataverse-answers';
import { hubspotProperties, readProperties } from './hubspot-properties';
import { objectNameFor } from './object-name';
import { overlay } from './overlay';
import { describedObjects, readDescribe } from './salesforce-describe';
import { isSalesforceXml, readSalesforceXml, type XmlFile } from './salesforce-xml';
import type { Found, ImportedProfile, MetadataFile } from './types';
import { united } from './united';
import { xmlTree } from './xml-tree';
import { readZohoFields, zohoFields } from './zoho-fields';

/** What one file turned out to be. */
type Piece =
  | { readonly kind: 'found'; readonly system: string; readonly format: string; readonly found: Found }
  | { readonly kind: 'xml'; readonly file: XmlFile }
  | { readonly kind: 'profile'; readonly system: TargetSystem };

/**
 * A profile from files of metadata: each file's format is found by its content, all must be of one system. `builtIn` gives
 * the catalogue of a system, `current` the profile the project uses now; metadata is laid over `current` when that is of the
 * same system. Errors: `METADATA_EMPTY`, `METADATA_UNKNOWN`, `METADATA_MIXED`, `METADATA_COLUMNS`, `TARGET_INVALID`.
 */
export function importMetadata(
  files: readonly MetadataFile[],
  builtIn: (system: string) => TargetSystem | null,
  current: TargetSystem | null,
): Result<ImportedProfile> {
  if (files.length === 0)
    return fail('METADATA_EMPTY', 'No file of metadata was given. Choose at least one.');
  const baseOf = (system: string): TargetSystem | null =>
    current !== null && current.system === system ? current : builtIn(system);
  const pieces: Piece[] = [];
  const notes: string[] = [];
  for (const file of files) {
    const piece = pieceOf(file, baseOf, current);
    if (piece.ok) pieces.push(piece.value);
    else if (files.length === 1) return piece;
    else notes.push(`${file.name}: ${piece.error.message}`);
  }
  if (pieces.length === 0)
    return fail(
      'METADATA_UNKNOWN',
      `None of the ${files.length} files is metadata Winnow knows. ${notes[0] ?? ''}`,
    );
  const [first] = pieces;
  if (first?.kind === 'profile') {
    if (pieces.length > 1)
      return fail('METADATA_MIXED', 'A saved profile is imported alone. Choose only this file.');
    return ok({ system: first.system, format: 'Saved profile', notes });
  }
  return layOver(pieces, notes, baseOf);
}

function layOver(
  pieces: readonly Piece[],
  notes: string[],
  baseOf: (system: string) => TargetSystem | null,
): Result<ImportedProfile> {
  const xml = pieces.flatMap((piece) => (piece.kind === 'xml' ? [piece.file] : []));
  const found = pieces.flatMap((piece) => (piece.kind === 'found' ? [piece] : []));
  if (xml.length > 0)
    found.push({
      kind: 'found',
      system: 'salesforce',
      format: 'Salesforce metadata',
      found: readSalesforceXml(xml),
    });
  const systems = [...new Set(found.map((piece) => piece.system))];
  const system = systems[0] ?? '';
  if (systems.length > 1 || pieces.some((piece) => piece.kind === 'profile'))
    return fail(
      'METADATA_MIXED',
      `These files describe different systems (${systems.join(', ')}). Import one system at a time.`,
    );
  const base = baseOf(system);
  if (!base) return fail('METADATA_UNKNOWN', `Winnow has no catalogue of “${system}” to lay this over.`);
  const all: Found = {
    objects: united(found.flatMap((piece) => piece.found.objects)),
    notes: [...notes, ...found.flatMap((piece) => piece.found.notes)],
  };
  if (all.objects.length === 0)
    return fail(
      'METADATA_UNKNOWN',
      'The files name no object with fields. Export the description of each object, not only the list of objects.',
    );
  const laid = overlay(base, all);
  if (!laid.ok) return laid;
  const formats = [...new Set(found.map((piece) => piece.format))].join(' and ');
  return ok({ ...laid.value, format: formats });
}

function pieceOf(
  file: MetadataFile,
  baseOf: (system: string) => TargetSystem | null,
  current: TargetSystem | null,
): Result<Piece> {
  const start = file.text
    .slice(0, 2_000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return jsonPiece(file, baseOf);
  if (start.startsWith('<')) {
    const root = xmlTree(file.text);
    if (root && isSalesforceXml(root)) return ok({ kind: 'xml', file: { name: file.name, root } });
    return unknown(
      file.name,
      root ? `its first element is “${root.name.slice(0, 40)}”` : 'it is not well-formed XML',
    );
  }
  const table = readCsvTemplate(file.text);
  if (!table.ok) return table;
  return ok({
    kind: 'found',
    system: current?.system ?? 'generic',
    format: 'Table of fields',
    found: table.value,
  });
}

function jsonPiece(file: MetadataFile, baseOf: (system: string) => TargetSystem | null): Result<Piece> {
  let json: unknown;
  try {
    json = JSON.parse(file.text.replace(/^\uFEFF/, ''));
  } catch {
    return unknown(file.name, 'it is not readable JSON');
  }
  const plain = checkPlainJson(json);
  if (!plain.ok) return plain;
  if (isProfile(json)) {
    const profile = parseProfile(json);
    return profile.ok ? ok({ kind: 'profile', system: profile.value }) : profile;
  }
  const found = (system: string, format: string, what: Found): Result<Piece> =>
    ok({ kind: 'found', system, format, found: what });
  const described = describedObjects(json);
  if (described) return found('salesforce', 'Salesforce describe', readDescribe(described));
  const tables = dataverseTables(json);
  if (tables) {
    const named = tables.flatMap((table) => {
      const name =
        table.name ?? objectNameFor(file.name, table.attributes, 'LogicalName', baseOf('dynamics365'));
      return name === null ? [] : [{ ...table, name }];
    });
    return named.length < tables.length
      ? unknownObject(file.name)
      : found('dynamics365', 'Dataverse metadata', readDataverse(named));
  }
  const fields = zohoFields(json);
  if (fields) {
    const module = objectNameFor(file.name, fields, 'api_name', baseOf('zoho'));
    return module === null
      ? unknownObject(file.name)
      : found('zoho', 'Zoho fields', readZohoFields(module, fields));
  }
  const properties = hubspotProperties(json);
  if (properties) {
    const object = objectNameFor(file.name, properties, 'name', baseOf('hubspot'));
    return object === null
      ? unknownObject(file.name)
      : found('hubspot', 'HubSpot properties', readProperties(object, properties));
  }
  return unknown(file.name, 'it is JSON of another kind');
}

function unknown(name: string, why: string): ReturnType<typeof fail> {
  return fail(
    'METADATA_UNKNOWN',
    `${name} is not metadata Winnow knows: ${why}. It reads Salesforce describe results and object files, HubSpot properties, Dataverse table definitions, Zoho fields, saved profiles, and a table of fields (CSV).`,
  );
}

function unknownObject(name: string): ReturnType<typeof fail> {
  return fail(
    'METADATA_OBJECT',
    `${name} does not say which object its fields belong to. Name the file after the object, for example contacts.json, and import it again.`,
  );
}
