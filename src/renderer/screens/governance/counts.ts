import { formatCount } from '../../base/format';

/** Words for the figures an artefact carries; the key stands in code, the words on the screen. */
const LABELS: Readonly<Record<string, string>> = {
  sources: 'sources',
  tables: 'tables',
  rows: 'rows read',
  objects: 'objects',
  fields: 'fields filled',
  columnsLeftBehind: 'columns left behind',
  mappedValues: 'values translated',
  unmappedValues: 'values without a place',
  errors: 'errors open',
  warnings: 'warnings open',
  accepted: 'accepted with a reason',
  records: 'records',
  candidatePairs: 'pairs compared',
  clusters: 'clusters',
  waiting: 'wait for a person',
  expectedMerges: 'joins expected',
  expectedWrong: 'of them expected wrong',
  mergedAway: 'merged into others',
  decisions: 'decided by people',
  manualChoices: 'values chosen by hand',
  total: 'records in all',
  kept: 'are carried over',
  excluded: 'stay behind',
  unknown: 'need a person',
  erasureRequests: 'erasure requests',
  erasureInExport: 'of them in the export',
  read: 'rows read',
  exported: 'exported',
  merged: 'merged',
  rejected: 'rejected',
  held: 'held',
};

export interface CountView {
  readonly key: string;
  readonly figure: string;
  readonly label: string;
}

/** Figures in the order of the artefact, ready to be shown. */
export function countViews(counts: Readonly<Record<string, number>>): readonly CountView[] {
  return Object.entries(counts).map(([key, count]) => ({
    key,
    figure: formatCount(count),
    label: LABELS[key] ?? key.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`),
  }));
}

/** What differs between the figures a person signed and the figures now: "kept 7,934 → 9,028". */
export function changedCounts(
  before: Readonly<Record<string, number>>,
  now: Readonly<Record<string, number>>,
): readonly { readonly label: string; readonly before: string; readonly now: string }[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return keys
    .filter((key) => before[key] !== now[key])
    .map((key) => ({
      label: LABELS[key] ?? key,
      before: before[key] === undefined ? 'nothing' : formatCount(before[key]),
      now: now[key] === undefined ? 'nothing' : formatCount(now[key]),
    }));
}
