import { type RecordComparison, recordComparisons } from '../compare/record-comparison';
import { findPatterns } from '../scoring/patterns';
import { unpackComparison } from './packed';
import type { WorkerAnswer, WorkerRequest } from './types';

/** What a match worker does with a request: the answer to `compare`, null to the others. One job at a time. */
export function createWorkerSide(): (request: WorkerRequest) => WorkerAnswer | null {
  let job = -1;
  let comparisons: readonly RecordComparison[] = [];
  return (request) => {
    switch (request.ask) {
      case 'columns':
        job = request.job;
        comparisons = recordComparisons(request.columns.map(unpackComparison));
        return null;
      case 'end':
        if (job === request.job) comparisons = [];
        return null;
      case 'compare': {
        if (job !== request.job) return null;
        const { part, left, right } = request;
        return { job, part, patterns: findPatterns({ left, right, count: left.length }, comparisons) };
      }
    }
  };
}
