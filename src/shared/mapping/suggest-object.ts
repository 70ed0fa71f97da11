import { foldText } from '../profile/text';
import type { TargetField, TargetObject, TargetSystem } from '../target/types';
import { assignBest } from './assign';
import type { ColumnView } from './column-view';
import { fieldConcepts, fieldWords, headerScores } from './field-words';
import { pairScore } from './pair-score';
import type { ObjectSuggestion } from './types';

/** Below this a column and a field have nothing to do with each other. */
export const LEAST_SCORE = 0.5;
/** What a score counts in the assignment: its fourth power, so that one sure match outweighs two doubtful ones. */
export function pairWeight(score: number): number {
  return score < LEAST_SCORE ? 0 : score ** 4;
}

/** Columns looked at for guessing the object; more would not change the guess. */
const MOST_COLUMNS = 120;
/** Share of the score that a table name naming the object gives. */
const NAME_BONUS = 0.35;

/** Words people call the things by, in file and sheet names, by the kind of object. */
const OBJECT_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:account|compan|organi)/i,
    'account accounts company companies customer customers client clients organization organizations organisation firma firmen kunde kunden unternehmen debitoren societe societes entreprise entreprises clientes empresa empresas aziende clienti bedrijven klanten partner reseller resellers vendor vendors store stores 取引先 顧客 会社 거래처 고객사 회사',
  ],
  [
    /^(?:contact|person)/i,
    'contact contacts person persons people kontakt kontakte ansprechpartner personen interlocuteurs contacto contactos personas contatti persone contacten personen contatos pessoas employees 担当者 連絡先 担当者一覧 연락처 담당자 人',
  ],
  [/^lead/i, 'lead leads prospect prospects interessent interessenten pistes prospectos リード 리드'],
  [
    /^(?:opportunit|deal)/i,
    'opportunity opportunities deal deals verkaufschance verkaufschancen chancen opportunites affaires oportunidad oportunidades negocios opportunita trattative verkoopkansen pipeline 商談 案件 영업기회 기회',
  ],
  [
    /^campaign$/i,
    'campaign campaigns kampagne kampagnen campagne campagnes campana campanas キャンペーン 캠페인',
  ],
  [/^campaignmember/i, 'campaignmember campaignmembers'],
  [/^opportunitycontactrole/i, 'opportunitycontactrole opportunitycontactroles'],
  [
    /^(?:case|ticket)/i,
    'case cases ticket tickets fall faelle anfragen requetes casos ケース 問い合わせ 케이스 문의',
  ],
  [
    /^(?:task|activit)/i,
    'task tasks activity activities aufgabe aufgaben aktivitaeten aktivitaten taches activites tareas actividades attivita taken タスク 活動 활동 할일',
  ],
  [/^event/i, 'event events termin termine meetings evenements eventos eventi afspraken 予定 일정'],
];

/**
 * The objects of a target a table may be, best first. A score says how much of what the columns can mean is explained by
 * this object (fields few objects have count more), times how many of its required fields are found and of the columns
 * used; a table name that names the object adds to it.
 */
export function suggestObjects(
  views: readonly ColumnView[],
  system: TargetSystem,
  tableName: string | null,
): readonly ObjectSuggestion[] {
  const columns = views.slice(0, MOST_COLUMNS);
  const weight = fieldWeights(system);
  const results = system.objects.map((object) => matchObject(columns, object, weight));
  const best = columns.map((_, index) => Math.max(0, ...results.map((result) => result.worth[index]!)));
  const whole = best.reduce((sum, value) => sum + value, 0);
  return results
    .map(({ object, worth, matched, requiredFound, requiredAll, missing }, index) => {
      const named = tableName !== null && namesObject(tableName, object);
      const explained = whole === 0 ? 0 : worth.reduce((sum, value) => sum + value, 0) / whole;
      const required = requiredAll === 0 ? 1 : 0.4 + 0.6 * (requiredFound / requiredAll);
      const covered = views.length === 0 ? 0 : 0.5 + 0.5 * (matched / views.length);
      const score = Math.min(1, explained * required * covered * (1 - NAME_BONUS) + (named ? NAME_BONUS : 0));
      const reasons = [`${matched} of ${views.length} columns fit fields of ${object.label}`];
      if (missing.length > 0)
        reasons.push(`no column for ${missing.join(', ')}, which ${object.label} needs`);
      if (named) reasons.push(`the table is called "${tableName}"`);
      return { suggestion: { object: object.name, score: Math.round(score * 1000) / 1000, reasons }, index };
    })
    .sort((a, b) => b.suggestion.score - a.suggestion.score || a.index - b.index)
    .map(({ suggestion }) => suggestion);
}

interface ObjectMatch {
  readonly object: TargetObject;
  /** Weighted score of the field each column got, 0 where none. */
  readonly worth: readonly number[];
  readonly matched: number;
  readonly requiredFound: number;
  readonly requiredAll: number;
  readonly missing: readonly string[];
}

function matchObject(
  views: readonly ColumnView[],
  object: TargetObject,
  weight: (field: TargetField) => number,
): ObjectMatch {
  const words = fieldWords(object);
  const weights = views.map((view) => {
    const headers = headerScores(words, view.column.name, false);
    return object.fields.map((field, index) => {
      if (field.api === object.legacyKeyField || field.working) return 0;
      const { score } = pairScore(view, field, headers.get(index), null);
      return pairWeight(score) * weight(field);
    });
  });
  const assigned = assignBest(weights);
  const worth = assigned.map((field, column) => (field < 0 ? 0 : weights[column]![field]!));
  const found = new Set(assigned.filter((field) => field >= 0).map((field) => object.fields[field]!.api));
  const needs = requiredNeeds(object);
  const missing = needs.filter((need) => !need.fields.some((api) => found.has(api)));
  return {
    object,
    worth,
    matched: found.size,
    requiredFound: needs.length - missing.length,
    requiredAll: needs.length,
    missing: missing.map((need) => need.label),
  };
}

/** Required fields, and groups of which one must be filled, as lists of fields any of which will do. */
function requiredNeeds(object: TargetObject): { label: string; fields: readonly string[] }[] {
  const needs = object.fields
    .filter((field) => field.required && field.api !== object.legacyKeyField)
    .map((field) => ({ label: field.label, fields: [field.api] as readonly string[] }));
  const groups = new Set(object.fields.flatMap((field) => field.requiredGroup ?? []));
  for (const group of groups) {
    const fields = group.split('|');
    const labels = object.fields.filter((field) => fields.includes(field.api)).map((field) => field.label);
    needs.push({ label: labels.join(' or '), fields });
  }
  return needs;
}

/** Fields that few objects have tell more: 1 + ln(objects / objects with a field of this meaning). */
function fieldWeights(system: TargetSystem): (field: TargetField) => number {
  const meanings = (field: TargetField): string[] => {
    const concepts = fieldConcepts(field);
    const qualifier = field.group === null || field.group === 'Address' ? '' : field.group;
    return concepts.length > 0
      ? concepts.map((concept) => `${qualifier}${concept}`)
      : [foldText(field.label)];
  };
  const objects = new Map<string, Set<string>>();
  for (const object of system.objects)
    for (const field of object.fields)
      for (const meaning of meanings(field)) {
        const set = objects.get(meaning) ?? new Set<string>();
        objects.set(meaning, set.add(object.name));
      }
  return (field) => {
    const count = Math.max(1, ...meanings(field).map((meaning) => objects.get(meaning)?.size ?? 1));
    return 1 + Math.log(system.objects.length / count);
  };
}

function namesObject(tableName: string, object: TargetObject): boolean {
  const tokens = new Set(
    foldText(tableName.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/__c$/i, '')).split(/[^\p{L}\p{N}]+/u),
  );
  const whole = foldText(tableName).replace(/[^\p{L}\p{N}]+/gu, '');
  const own = [object.name, object.label, object.labelPlural].map((name) =>
    foldText(name).replace(/[^\p{L}\p{N}]+/gu, ''),
  );
  if (own.includes(whole)) return true;
  const words = OBJECT_WORDS.find(([pattern]) => pattern.test(object.name))?.[1].split(' ') ?? [];
  return words.some((word) => tokens.has(word) || whole === word);
}
