import type { FieldType, TargetField, TargetObject, TargetSystem } from './types';

/**
 * Working fields: what a rule or the duplicate search needs from the legacy data and the target has no place for. They
 * are mapped, checked and survive like other fields, and are never written to a load file (docs/decisions/0009).
 */

/** API names of working fields begin with this, which no target uses. */
const PREFIX = 'winnow_';

const field = (
  name: string,
  label: string,
  type: FieldType,
  note: string,
  synonyms: readonly string[],
): TargetField => ({
  api: `${PREFIX}${name}`,
  label,
  type,
  maxLength: null,
  precision: null,
  scale: null,
  required: false,
  requiredGroup: null,
  picklist: [],
  restricted: false,
  unique: false,
  references: null,
  synonyms,
  note: `${note} Used by Winnow's rules only; never loaded.`,
  group: null,
  working: true,
});

const LAST_ACTIVITY = field(
  'last_activity',
  'Last activity',
  'date',
  'When something last happened: a contact, an order, an invoice.',
  [
    ...[
      'last activity',
      'last contact',
      'last contacted',
      'last spoken',
      'last touch',
      'last order',
      'last invoice',
    ],
    ...[
      'last purchase',
      'last visit',
      'letzter Kontakt',
      'letzte Aktivität',
      'letzte Rechnung',
      'letzter Auftrag',
    ],
    ...['letzte Bestellung', 'letzter Besuch', 'dernier contact', 'dernière activité', 'dernière commande'],
    ...['dernière facture', 'último contacto', 'última actividad', 'última compra', 'ultimo contatto'],
    ...['ultima attività', 'ultimo ordine', 'laatste contact', 'laatste activiteit', 'laatste bestelling'],
    ...['último contato', 'última atividade', '最終連絡日', '最終活動日', '최종연락일', '마지막 연락'],
  ],
);

const OPEN_BALANCE = field('open_balance', 'Open balance', 'currency', 'Money still owed to us.', [
  ...['open balance', 'balance due', 'outstanding balance', 'amount due', 'receivable', 'open amount'],
  ...[
    'Saldo offen',
    'offener Saldo',
    'offener Betrag',
    'offene Posten',
    'Außenstände',
    'solde dû',
    'solde ouvert',
  ],
  ...['encours', 'saldo pendiente', 'importe pendiente', 'saldo aperto', 'scoperto', 'openstaand saldo'],
  ...['saldo em aberto', '未収残高', '売掛残高', '미수금', '미결제 잔액'],
]);

const LEGAL_HOLD = field(
  'legal_hold',
  'Legal hold',
  'text',
  'A note or mark that forbids to delete the record.',
  [
    ...['legal hold', 'litigation hold', 'hold', 'retention hold', 'Sperrvermerk', 'Aufbewahrungspflicht'],
    ...[
      'Rechtsstreit',
      'conservation légale',
      'gel juridique',
      'retención legal',
      'blocco legale',
      'juridische blokkade',
    ],
    ...['retenção legal', '法的保留', '법적 보존'],
  ],
);

const VAT_ID = field(
  'vat_id',
  'VAT number',
  'text',
  'Tax or company number; strong evidence that two records are one company.',
  [
    ...[
      'vat',
      'vat id',
      'vat no',
      'vat number',
      'vat reg no',
      'tax id',
      'USt-IdNr',
      'USt-IdNr.',
      'USt-ID',
      'Umsatzsteuer-ID',
    ],
    ...[
      'Steuernummer',
      'n° TVA',
      'numéro de TVA',
      'NIF',
      'CIF',
      'partita IVA',
      'P. IVA',
      'btw-nummer',
      'btw nr',
      'NIPC',
      'CNPJ',
    ],
    ...['法人番号', '사업자등록번호'],
  ],
);

const COMPANY = field(
  'company',
  'Company name',
  'text',
  'The company a person belongs to, where the source names it without a key.',
  [
    ...[
      'company',
      'company name',
      'organisation',
      'organization',
      'employer',
      'account name',
      'customer name',
      'firm',
    ],
    ...[
      'Firma',
      'Firmenname',
      'Unternehmen',
      'société',
      'entreprise',
      'raison sociale',
      'empresa',
      'compañía',
      'azienda',
    ],
    ...['società', 'bedrijf', 'bedrijfsnaam', '会社', '会社名', '회사', '회사명'],
  ],
);

/** Objects that only tie two others together are neither organisations nor persons. */
const isJunction = (object: TargetObject): boolean =>
  object.fields.filter((item) => item.required && item.references).length > 1;
const isOrganisation = (object: TargetObject): boolean =>
  /account|compan|organi[sz]ation/i.test(object.name) && !isJunction(object);
const isPerson = (object: TargetObject): boolean =>
  /contact|person/i.test(object.name) && !isJunction(object);
const isTaken = (object: TargetObject, working: TargetField): boolean =>
  object.fields.some(({ label }) => label.toLowerCase() === working.label.toLowerCase());

/** The system with the working fields each of its objects can use. */
export function withWorkingFields(system: TargetSystem): TargetSystem {
  return {
    ...system,
    objects: system.objects.map((object) => {
      const working = [
        LAST_ACTIVITY,
        ...(isOrganisation(object) ? [OPEN_BALANCE, LEGAL_HOLD, VAT_ID] : []),
        ...(isPerson(object) ? [LEGAL_HOLD, COMPANY] : []),
      ];
      return { ...object, fields: [...object.fields, ...working.filter((item) => !isTaken(object, item))] };
    }),
  };
}
