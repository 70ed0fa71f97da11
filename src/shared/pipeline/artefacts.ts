import { hashOf } from '../base/canonical';
import type { Artefact, ArtefactRef, ChecklistItem } from '../govern/types';
import { unmappedValues } from '../mapping/samples';
import { columnsRead } from '../mapping/source-columns';
import { rowsOf, sumWords } from '../package/ledger-sums';
import { erasureCheck } from './erasure';
import { ledgerOf } from './ledger';
import type { Model } from './model';
import { recipeFacts } from './recipe-facts';
import { ruleReport } from './reports';
import { clusterPage } from './review';
import { sourceFacts } from './source-facts';
import { tableDispositions } from './table-dispositions';

/** What an artefact is made of before it is hashed. */
interface Draft {
  readonly content: unknown;
  readonly statement: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly facts: Artefact['facts'];
}

/** The live thing a checklist item decides on, with the hash a signature covers. */
export async function artefactOf(
  model: Model,
  item: ChecklistItem,
  referenceDate: string,
): Promise<Artefact> {
  const draft = await draftOf(model, item, item.artefact, referenceDate);
  return {
    ref: item.artefact,
    hash: hashOf({
      ref: item.artefact,
      content: draft.content,
      counts: draft.counts,
      statement: draft.statement,
    }),
    statement: draft.statement,
    counts: draft.counts,
    facts: draft.facts,
  };
}

function draftOf(model: Model, item: ChecklistItem, ref: ArtefactRef, referenceDate: string): Promise<Draft> {
  switch (ref.kind) {
    case 'sources':
      return sourceFacts(model);
    case 'mapping':
      return mapping(model);
    case 'picklists':
      return picklists(model);
    case 'validation':
      return validation(model);
    case 'matching':
      return matching(model, ref.object);
    case 'merges':
      return merges(model);
    case 'survivorship':
      return survivorship(model);
    case 'activeRule':
      return activeRule(model, ref.object, referenceDate);
    case 'exclusions':
      return exclusions(model);
    case 'reconciliation':
      return reconciliation(model);
    case 'statement':
      return statement(model, item.id);
  }
}

async function mapping(model: Model): Promise<Draft> {
  const fields = model.objects.flatMap((item) => item.mappings.flatMap((m) => m.fields));
  const facts: { label: string; text: string }[] = [];
  let left = 0;
  for (const { object, mappings } of model.objects) {
    for (const item of mappings) {
      const table = await model.table(item.tableId);
      const used = new Set(item.fields.flatMap(({ from }) => columnsRead(from)));
      const unused = table.columns.filter((column) => !used.has(column.name)).map((column) => column.name);
      left += unused.length;
      facts.push({
        label: `${model.tableState(item.tableId).name} → ${object.label}`,
        text: `${counted(item.fields.length, 'field')} filled; left behind: ${unused.length > 0 ? unused.join(', ') : 'nothing'}`,
      });
    }
  }
  const cleaning = recipeFacts(model);
  // Projects without recipes keep the hashes they were signed under.
  const cleaned = cleaning.steps > 0;
  const counts = {
    objects: model.objects.length,
    fields: fields.length,
    columnsLeftBehind: left,
    ...(cleaned && { cleaningSteps: cleaning.steps }),
  };
  return {
    content: {
      target: model.state.target,
      mappings: model.objects.map((item) => item.mappings),
      fixes: model.state.fixes,
      ...(cleaned && { recipes: cleaning.content }),
    },
    statement: `${cleaned ? `Clean the tables in ${counted(cleaning.steps, 'step')}. ` : ''}Fill ${counted(fields.length, 'field')} of ${model.objects.map((item) => item.object.labelPlural).join(', ') || 'no object yet'}; ${counted(left, 'legacy column')} stay behind.`,
    counts,
    facts: [...cleaning.facts, ...facts],
  };
}

async function picklists(model: Model): Promise<Draft> {
  const facts: { label: string; text: string }[] = [];
  const content: unknown[] = [];
  let mappedValues = 0;
  let unmapped = 0;
  for (const { object, mappings } of model.objects) {
    for (const item of mappings) {
      const table = await model.table(item.tableId);
      for (const field of item.fields) {
        const target = object.fields.find((f) => f.api === field.field);
        if (!target || target.picklist.length === 0) continue;
        const open = unmappedValues(table, item, target);
        mappedValues += Object.keys(field.valueMap).length;
        unmapped += open.length;
        content.push({
          tableId: item.tableId,
          field: field.field,
          valueMap: field.valueMap,
          picklist: target.picklist,
        });
        facts.push({
          label: `${object.label} ${target.label} from ${model.tableState(item.tableId).name}`,
          text:
            open.length === 0
              ? 'every value has a place'
              : `${counted(open.length, 'value')} without a place: ${open
                  .slice(0, 5)
                  .map((v) => `“${v.value}”`)
                  .join(', ')}`,
        });
      }
    }
  }
  return {
    content,
    statement: `Translate ${counted(mappedValues, 'picklist value')}; ${counted(unmapped, 'value')} ${unmapped === 1 ? 'has' : 'have'} no place in the target's lists.`,
    counts: { mappedValues, unmappedValues: unmapped },
    facts,
  };
}

async function validation(model: Model): Promise<Draft> {
  const facts: { label: string; text: string }[] = [];
  let errors = 0;
  let warnings = 0;
  for (const { object } of model.objects) {
    for (const group of (await model.issues(object.name)).groups) {
      if (group.severity === 'error') errors += group.count;
      else warnings += group.count;
      const accepted = model.state.acceptedIssues.find(
        (a) => a.object === object.name && a.issueId === group.id,
      );
      facts.push({
        label: group.code,
        text: accepted ? `${group.sentence} Accepted: ${accepted.reason}` : group.sentence,
      });
    }
  }
  const accepted = model.state.acceptedIssues.length;
  return {
    content: { accepted: model.state.acceptedIssues, fixes: model.state.fixes, facts },
    statement: `${counted(errors, 'error')} and ${counted(warnings, 'warning')} remain in the mapped records; ${counted(accepted, 'finding')} accepted with a reason. Records with an open error are rejected, not loaded.`,
    counts: { errors, warnings, accepted },
    facts,
  };
}

async function matching(model: Model, object: string): Promise<Draft> {
  const page = await clusterPage(model, object, 'all', 0, 0);
  const report = await model.matches(object);
  const settings = model.matchSettings(object);
  const plural = model.mapped(object).object.labelPlural.toLowerCase();
  const counts = {
    records: (await model.records(object)).count,
    candidatePairs: report.candidates,
    clusters: page.total,
    waiting: page.open,
    expectedMerges: page.expected.merges,
    expectedWrong: page.expected.wrong,
  };
  return {
    content: { settings, comparisons: report.comparisons, blocking: report.blocking },
    statement: `Join ${plural} at a probability of ${percent(settings.matchThreshold)} or more, ask a person from ${percent(settings.reviewThreshold)}; of ${num(counts.expectedMerges)} joins about ${num(counts.expectedWrong)} are expected to be wrong.`,
    counts,
    facts: report.blocking.map((rule) => ({
      label: rule.label,
      text: `${num(rule.pairs)} pairs compared${rule.dropped > 0 ? `, ${num(rule.dropped)} not compared` : ''}`,
    })),
  };
}

async function merges(model: Model): Promise<Draft> {
  const facts: { label: string; text: string }[] = [];
  const decisions = model.state.decisions.map(({ object, verdict, groups, actor }) => ({
    object,
    verdict,
    groups,
    actor,
  }));
  let merged = 0;
  let open = 0;
  for (const { object } of model.objects) {
    const golden = await model.golden(object.name);
    const page = await clusterPage(model, object.name, 'all', 0, 0);
    const less = golden.goldenOf.length - golden.records.count;
    merged += less;
    open += page.open;
    facts.push({
      label: object.labelPlural,
      text: `${num(golden.goldenOf.length)} records become ${num(golden.records.count)}; ${counted(page.decided, 'cluster')} decided by people, ${num(page.open)} waiting`,
    });
  }
  const counts = { mergedAway: merged, decisions: decisions.length, waiting: open };
  return {
    content: decisions,
    statement: `Merge ${num(merged)} records into others; people decided ${counted(decisions.length, 'cluster')}, ${num(open)} wait.`,
    counts,
    facts,
  };
}

async function survivorship(model: Model): Promise<Draft> {
  const rules: Record<string, unknown> = {};
  const facts: { label: string; text: string }[] = [];
  for (const { object } of model.objects) {
    const rule = await model.survivorship(object.name);
    rules[object.name] = rule;
    facts.push({
      label: object.labelPlural,
      text: `${rule.sourceRank.map((id) => model.state.tables.find((t) => t.id === id)?.name ?? id).join(' before ')}${rule.recencyField ? `; freshness by ${rule.recencyField}` : ''}; ${counted(Object.keys(rule.fields).length, 'field')} with a rule of its own`,
    });
  }
  const counts = { objects: model.objects.length, manualChoices: model.state.choices.length };
  return {
    content: { rules, choices: model.state.choices },
    statement: `When records disagree, the more trusted source wins; ${counted(counts.manualChoices, 'value')} chosen by hand.`,
    counts,
    facts,
  };
}

async function activeRule(model: Model, object: string, referenceDate: string): Promise<Draft> {
  const report = await ruleReport(model, object, null, referenceDate);
  const counts = {
    total: report.total,
    kept: report.kept,
    excluded: report.excluded,
    unknown: report.unknown,
  };
  return {
    content: {
      rule: report.saved ? report.rule : null,
      settled: model.state.settled.filter((s) => s.object === object),
    },
    statement: report.saved ? report.sentence : `No rule is proposed yet for ${report.label.toLowerCase()}.`,
    counts,
    facts: report.saved
      ? [
          ...report.reasons.map((reason) => ({ label: num(reason.count), text: reason.sentence })),
          ...report.borderline.slice(0, 5).map((row) => ({
            label: row.title,
            text: `${row.activity ?? 'no date'} · ${row.verdict === 'keep' ? 'in' : row.verdict === 'exclude' ? 'out' : 'held'}`,
          })),
        ]
      : [],
  };
}

async function exclusions(model: Model): Promise<Draft> {
  const reasons = new Map<string, number>();
  let excluded = 0;
  for (const table of await tableDispositions(model)) {
    for (let row = 0; row < table.rows; row++) {
      if (table.disposition[row] !== 2) continue;
      excluded++;
      const reason = table.reasons[table.reason[row]!]!;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  const erasure = await erasureCheck(model);
  const counts = { excluded, erasureRequests: erasure.requests, erasureInExport: erasure.inExport };
  return {
    content: [...reasons].sort(([a], [b]) => (a < b ? -1 : 1)),
    statement: `Leave ${num(excluded)} rows behind; ${num(erasure.inExport)} of ${counted(erasure.requests, 'erasure request')} are in the export.`,
    counts,
    facts: [...reasons]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([reason, count]) => ({ label: num(count), text: reason })),
  };
}

async function reconciliation(model: Model): Promise<Draft> {
  const ledger = ledgerOf(await tableDispositions(model));
  const { total } = ledger;
  return {
    content: ledger.lines,
    statement: `${sumWords(total)}.`,
    counts: { ...total },
    facts: ledger.lines.map((line) => ({
      label: model.state.tables.find((table) => table.id === line.tableId)?.name ?? line.tableId,
      text: `${num(rowsOf(line))} = ${num(line.exported)} + ${num(line.merged)} + ${num(line.excluded)} + ${num(line.rejected)} + ${num(line.held)}`,
    })),
  };
}

async function statement(model: Model, itemId: string): Promise<Draft> {
  const text = model.state.statements[itemId] ?? '';
  return {
    content: text,
    statement: text === '' ? 'Nothing is written yet.' : text,
    counts: {},
    facts: [],
  };
}

function num(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function counted(count: number, noun: string): string {
  return `${num(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function percent(probability: number): string {
  return `${Math.round(probability * 1000) / 10} %`;
}
