import { type RecordComparison, recordComparisons } from '../compare/record-comparison';
import { findPatterns } from '../scoring/patterns';
import { unpackComparison } from './packed';
import type { WorkerAnswer, WorkerRequest } from './types';

/** What a match worker does with a request: the answer to `compare`, null to the others. */
export function createWorkerSide(): (request: WorkerRequest) => WorkerAnswer | null {
  const jobs = new Map<number, readonly RecordComparison[]>();
  return (request) => {
    switch (request.ask) {
      case 'columns':
        jobs.set(request.job, recordComparisons(request.columns.map(unpackComparison)));
        return null;
      case 'end':
        jobs.delete(request.job);
        return null;
      case 'compare': {
        const { job, id, left, right } = request;
        const comparisons = jobs.get(job);
        const pairs = { left, right, count: left.length };
        return { id, patterns: comparisons ? findPatterns(pairs, comparisons) : null };
      }
    }
  };
}
