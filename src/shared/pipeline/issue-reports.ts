import { checkSentence } from '../rules/check-sentence';
import type { OwnCheck } from '../rules/check-types';
import { valueCounts } from '../validate/findings';
import type { IssueGroup } from '../validate/types';
import { brokenByDraft } from './issues';
import type { Model } from './model';
import { placeOf, sourceWithPart } from './read-parts';
import { ruleLabels } from './rule-labels';
import { titlesOf } from './titles';
import type { CheckReport, IssueReport, IssueRow } from './types';

/** Everything the loader and the steward's checks would say, with what people decided about it. */
export async function issueReports(model: Model): Promise<readonly IssueReport[]> {
  const reports: IssueReport[] = [];
  for (const { object } of model.objects) {
    const result = await model.issues(object.name);
    reports.push({
      object: object.name,
      label: object.labelPlural,
      checked: result.checked,
      groups: result.groups.map(({ records: _records, ...group }) => ({
        ...group,
        ...decided(model, object.name, group),
      })),
    });
  }
  return reports;
}

/** What people decided about a group of issues. */
function decided(
  model: Model,
  object: string,
  group: Omit<IssueGroup, 'records'>,
): Pick<IssueReport['groups'][number], 'accepted' | 'held' | 'orphans'> {
  const { acceptedIssues, heldIssues, orphanChoices, people } = model.state;
  const same = (item: { object: string; issueId: string }): boolean =>
    item.object === object && item.issueId === group.id;
  const accepted = acceptedIssues.find(same);
  const held = heldIssues.find(same);
  const settled = orphanChoices.find(
    (item) => group.rule === 'reference' && item.object === object && item.field === group.field,
  );
  const name = people.find((person) => person.id === accepted?.actor)?.name;
  return {
    accepted: accepted ? { reason: accepted.reason, actor: name ?? accepted.actor } : null,
    held: held ? { reason: held.reason, count: held.keys?.length ?? null } : null,
    orphans: settled?.choice ?? null,
  };
}

async function groupOf(model: Model, object: string, issueId: string): Promise<IssueGroup | undefined> {
  return (await model.issues(object)).groups.find((item) => item.id === issueId);
}

/** Rows behind one group of issues. */
export async function issueRows(
  model: Model,
  object: string,
  issueId: string,
  start: number,
  count: number,
): Promise<{ total: number; rows: readonly IssueRow[] }> {
  const group = await groupOf(model, object, issueId);
  if (!group) return { total: 0, rows: [] };
  const rows = await rowsOf(model, object, group.field, group.records.subarray(start, start + count));
  return { total: group.records.length, rows };
}

/** Every distinct value of a group of issues with its rows, most frequent first. */
export async function issueValues(
  model: Model,
  object: string,
  issueId: string,
): Promise<readonly { readonly value: string; readonly count: number }[]> {
  const group = await groupOf(model, object, issueId);
  const records = await model.records(object);
  const column = group && records.columns.find((item) => item.name === group.field);
  return group && column ? valueCounts(column, group.records, Number.POSITIVE_INFINITY) : [];
}

/** Rows of a draft check shown at once. */
const DRAFT_ROWS = 50;

/** What a check of the steward's that is not saved yet would find. */
export async function checkReport(model: Model, check: OwnCheck): Promise<CheckReport> {
  const broken = await brokenByDraft(model, check);
  return {
    sentence: checkSentence(check, ruleLabels(model, check.object)),
    checked: (await model.records(check.object)).count,
    broken: broken.length,
    rows: await rowsOf(model, check.object, check.field, broken.subarray(0, DRAFT_ROWS)),
  };
}

async function rowsOf(
  model: Model,
  object: string,
  field: string,
  chosen: Uint32Array,
): Promise<readonly IssueRow[]> {
  const records = await model.records(object);
  const title = titlesOf(records, model.mapped(object).object);
  const column = records.columns.find((item) => item.name === field);
  const rows: IssueRow[] = [];
  for (const record of chosen) {
    const table = model.tableState(records.tables[records.table[record]!]!);
    const { part, line } = placeOf(await model.ingested(table.id), records.row[record]!);
    const source = model.state.sources.find(({ id }) => id === table.sourceId)?.name ?? table.name;
    rows.push({
      key: records.keys[record]!,
      sourceName: sourceWithPart(source, part),
      line,
      title: title(record),
      value: column ? column.values[column.codes[record]!]! : '',
    });
  }
  return rows;
}
