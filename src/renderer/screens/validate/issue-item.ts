import type { IssueReport } from '@shared/pipeline/types';

/** One group of issues with the object it belongs to. */
export interface IssueItem {
  readonly object: string;
  readonly objectLabel: string;
  readonly group: IssueReport['groups'][number];
}
