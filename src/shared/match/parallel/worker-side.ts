import { type RecordComparison, recordComparisons } from '../compare/record-comparison';
import { findPatterns } from '../scoring/patterns';
import { unpackComparison } from './packed';
import type { WorkerAnswer, WorkerRequest } from './types';

/** What a match worker does with a request; `answer` sends the answer to `compare` back, the others have none. */
export function createWorkerSide(
  answer: (told: WorkerAnswer, transfer: ArrayBuffer[]) => void,
): (request: WorkerRequest) => void {
  const jobs = new Map<number, readonly RecordComparison[]>();
  return (request) => {
    switch (request.ask) {
      case 'columns':
        jobs.set(request.job, recordComparisons(request.columns.map(unpackComparison)));
        return;
      case 'end':
        jobs.delete(request.job);
        return;
      case 'compare': {
        const { job, id, left, right } = request;
        const comparisons = jobs.get(job);
        const pairs = { left, right, count: left.length };
        answer({ id, patterns: comparisons ? findPatterns(pairs, comparisons) : null }, []);
      }
    }
  };
}
