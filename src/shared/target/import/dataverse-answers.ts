/**
 * The shapes in which the Dataverse Web API gives columns: one table (`EntityDefinitions(LogicalName='account')?$expand=Attributes`),
 * several (`{ value: […] }`), or attributes alone (`…/Attributes`), of one kind only where the address casts them
 * (`…/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$expand=OptionSet`).
 */
export interface DataverseTable {
  /** Null where neither the attributes nor the address name it. */
  readonly name: string | null;
  /** The table as it stands in the answer, for its labels. */
  readonly table: unknown;
  readonly attributes: readonly unknown[];
  /** Whether these are all its attributes. */
  readonly complete: boolean;
}

/** Tables in the JSON; null when this is something else. Attributes alone are put under the table they name. */
export function dataverseTables(json: unknown): readonly DataverseTable[] | null {
  if (typeof json !== 'object' || json === null) return null;
  const whole = wholeTable(json);
  if (whole) return [whole];
  const list: unknown = Array.isArray(json) ? json : 'value' in json ? json.value : null;
  if (!Array.isArray(list)) return null;
  const items: readonly unknown[] = list;
  const tables = items.flatMap((item) => wholeTable(item) ?? []);
  if (tables.length > 0) return tables;
  const address = addressOf(json);
  const attributes = items.filter(
    (item) =>
      textAt(item, 'LogicalName') !== null &&
      (address !== null ||
        textAt(item, 'EntityLogicalName') !== null ||
        textAt(item, 'AttributeType') !== null),
  );
  return attributes.length === 0 ? null : byTable(attributes, address);
}

function wholeTable(item: unknown): DataverseTable | null {
  const attributes: unknown =
    typeof item === 'object' && item !== null && 'Attributes' in item ? item.Attributes : null;
  const name = textAt(item, 'LogicalName');
  if (name === null || !Array.isArray(attributes)) return null;
  return { name, table: item, attributes: attributes.map((one) => typed(one, null)), complete: true };
}

function byTable(attributes: readonly unknown[], address: Address | null): readonly DataverseTable[] {
  const tables = new Map<string, unknown[]>();
  for (const item of attributes) {
    const name = textAt(item, 'EntityLogicalName') ?? address?.table ?? '';
    const members = tables.get(name) ?? [];
    tables.set(name, members);
    members.push(typed(item, address?.kind ?? null));
  }
  const complete = (address?.kind ?? null) === null && !attributes.every(isBare);
  return [...tables].map(([name, members]) => ({
    name: name === '' ? null : name,
    table: null,
    attributes: members,
    complete,
  }));
}

/** An attribute of which little but its name and options was asked for. */
export function isBare(item: unknown): boolean {
  const told = ['DisplayName', 'RequiredLevel', 'IsValidForCreate', 'MaxLength', 'Targets'];
  return (
    typeof item === 'object' &&
    item !== null &&
    told.every((key) => !Object.hasOwn(item, key) || Reflect.get(item, key) === null)
  );
}

interface Address {
  /** Null where the table is named by an id. */
  readonly table: string | null;
  readonly kind: string | null;
}

/** What the address of the answer says: `…$metadata#EntityDefinitions('account')/Attributes/…PicklistAttributeMetadata(…)`. */
function addressOf(json: object): Address | null {
  const context = textAt(json, '@odata.context');
  const found =
    context === null
      ? null
      : /#EntityDefinitions\(('?)([^()']{1,200})\1\)\/Attributes(?:\/Microsoft\.Dynamics\.CRM\.([A-Za-z]{1,40})AttributeMetadata)?/.exec(
          context,
        );
  if (!found) return null;
  return { table: found[1] === "'" ? found[2]! : null, kind: found[3] ?? null };
}

/** An attribute with its kind, where only its type in the protocol or the address says it. */
function typed(item: unknown, kind: string | null): unknown {
  if (typeof item !== 'object' || item === null) return item;
  const own = /CRM\.([A-Za-z]{1,40})AttributeMetadata$/.exec(textAt(item, '@odata.type') ?? '')?.[1];
  const told = own ?? kind;
  const known = textAt(item, 'AttributeType');
  if (told === null || told === undefined || (known !== null && known !== 'Virtual')) return item;
  return { ...item, AttributeType: told };
}

function textAt(item: unknown, key: string): string | null {
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, key)) return null;
  const value: unknown = Reflect.get(item, key);
  return typeof value === 'string' && value !== '' ? value : null;
}
