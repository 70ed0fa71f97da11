import type { TaskContext } from '../base/progress';
import { capture, fail, type Result } from '../base/result';
import { inspectFile, previewTable } from '../ingest/inspect';
import { emptyState } from '../journal/fold';
import type { JournalEntry } from '../journal/types';
import { readValue } from '../profile/read-value';
import { answerFacet } from '../table/facets';
import { facetOf, windowOf } from '../table/view';
import { artefactOf } from './artefacts';
import { cleaningQueries } from './cleaning';
import { compareExtracts } from './compare-extracts';
import { deriveQueries } from './derive-queries';
import { buildPackage } from './export';
import { checklistStates, gateState } from './governance';
import { checkReport, issueReports, issueRows, issueValues } from './issue-reports';
import { ledgerOf, ledgerPage } from './ledger';
import { mappingSheetOf } from './mapping-sheet';
import { matchReport } from './match-report';
import { Model } from './model';
import { comparePair, findRecords } from './pairs';
import { checkRowsOf, profileQueries } from './profile-queries';
import { placeOf } from './read-parts';
import { relationPage } from './relations';
import { mappingReport, ruleReport, suggestion, traceByKey } from './reports';
import { clusterDetail, clusterPage, explain } from './review';
import { countRule } from './rule-count';
import { Stages } from './stages';
import { stepStates } from './steps';
import { tableDispositions } from './table-dispositions';
import type { Engine, EngineDeps } from './types';

/**
 * The engine of one open project. Answers are computed when asked for and remembered under the hash of their inputs;
 * every method returns a `Result`, so that nothing but bugs is thrown across the worker boundary.
 */
export function createEngine(deps: EngineDeps): Engine {
  const stages = new Stages(deps.cache, deps.clock);
  let stop = new AbortController();
  let entries: readonly JournalEntry[] = [];
  const task = (): TaskContext => ({ report: deps.report, signal: stop.signal });
  let model = new Model(emptyState(), deps, stages, task());

  /** Day the project is looked at from: the latest extract, or the day the last table was read. */
  function today(): string {
    const extracts = model.state.tables
      .flatMap((table) => (table.derivation === null ? (table.extractDate ?? []) : []))
      .sort();
    const read = entries
      .filter((entry) => entry.kind === 'table.read')
      .at(-1)
      ?.at.slice(0, 10);
    return extracts.at(-1) ?? read ?? '1970-01-01';
  }

  function dateOf(tableId: string): string {
    return model.origin(tableId).extractDate ?? today();
  }

  /** Runs one question against the current model; an expected failure becomes an error value. */
  function answer<T>(work: () => Promise<T>): Promise<Result<T>> {
    return capture(work);
  }

  return {
    async setState(state, newEntries) {
      stages.nextGeneration();
      entries = newEntries;
      model = new Model(state, deps, stages, task());
    },
    async cancel() {
      stop.abort();
      stop = new AbortController();
      model = new Model(model.state, deps, stages, task());
    },
    inspect: (file, fileName) => inspectFile(file, fileName, task()),
    preview: (file, fileName, options) => previewTable(file, fileName, options, task()),
    ingested: (tableId) =>
      answer(async () => {
        const { table, columns, rejected, warnings, parts = [] } = await model.ingested(tableId);
        return {
          rowCount: table.rowCount,
          columns,
          rejected,
          warnings,
          parts: parts.map(({ name }) => name),
          repaired: await model.repaired(tableId),
        };
      }),
    places: (tableId, rows) =>
      answer(async () => {
        const ingested = await model.ingested(tableId);
        return rows.map((row) => placeOf(ingested, row));
      }),
    compareExtracts: (request) => answer(() => compareExtracts(model, request, task())),
    window: (tableId, view, start, count) =>
      answer(async () => {
        const checks = await checkRowsOf(model, tableId, view, dateOf(tableId));
        return windowOf(await model.table(tableId), view, start, count, checks, readValue);
      }),
    facet: (tableId, view, column, limit) =>
      answer(async () => {
        const checks = await checkRowsOf(model, tableId, view, dateOf(tableId));
        return facetOf(await model.table(tableId), view, column, limit, checks, readValue);
      }),
    answerFacet: (tableId, view, question) =>
      answer(async () => {
        const checks = await checkRowsOf(model, tableId, view, dateOf(tableId));
        return answerFacet(await model.table(tableId), view, question, readValue, checks);
      }),
    ...cleaningQueries(() => model, dateOf),
    ...profileQueries(() => model, dateOf),
    ...deriveQueries(() => model, dateOf),
    mapping: (tableId) =>
      answer(async () => {
        const saved = model.state.mappings.find((mapping) => mapping.tableId === tableId) ?? null;
        return mappingReport(model, tableId, saved, dateOf(tableId));
      }),
    mappingSheet: () => answer(() => mappingSheetOf(model)),
    draftMapping: (tableId, draft) => answer(() => mappingReport(model, tableId, draft, dateOf(tableId))),
    suggest: (tableId, object, remembered) =>
      answer(() => suggestion(model, tableId, object, dateOf(tableId), remembered)),
    issues: () => answer(() => issueReports(model)),
    issueValues: (object, issueId) => answer(() => issueValues(model, object, issueId)),
    draftCheck: (check) => answer(() => checkReport(model, check)),
    issueRows: (object, issueId, start, count) =>
      answer(() => issueRows(model, object, issueId, start, count)),
    matchReport: (object, draft) => answer(() => matchReport(model, object, draft)),
    countRule: (object, keys, settings) => answer(() => countRule(model, object, keys, settings)),
    clusters: (object, show, start, count) => answer(() => clusterPage(model, object, show, start, count)),
    cluster: (object, id) => answer(() => clusterDetail(model, object, id)),
    findRecords: (object, text, limit) => answer(() => findRecords(model, object, text, limit)),
    comparePair: (object, left, right) => answer(() => comparePair(model, object, left, right)),
    relations: (object, start, count) => answer(() => relationPage(model, object, start, count)),
    explain: (object, left, right) => answer(() => explain(model, object, left, right)),
    survivorship: (object) => answer(() => model.survivorship(object)),
    rule: (object) => answer(() => ruleReport(model, object, null, today())),
    draftRule: (rule) => answer(() => ruleReport(model, rule.object, rule, today())),
    traceRule: (object, key) => answer(() => traceByKey(model, object, key, today())),
    ledger: () => answer(async () => ledgerOf(await tableDispositions(model))),
    ledgerRows: (query) => answer(async () => ledgerPage(await tableDispositions(model), query)),
    async artefact(itemId) {
      const item = model.state.checklist.find((candidate) => candidate.id === itemId);
      if (!item) {
        return fail('ITEM_UNKNOWN', 'This checklist item is no longer part of the project.', { itemId });
      }
      return answer(() => artefactOf(model, item, today()));
    },
    checklist: () => answer(() => checklistStates(model, today())),
    gate: () => answer(() => gateState(model, today())),
    steps: () => answer(() => stepStates(model, today())),
    buildPackage: (request) => answer(() => buildPackage(model, entries, request, today())),
    timings: async () => stages.timings(),
  };
}
