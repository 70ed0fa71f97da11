import { stackTables } from '@shared/ingest/stack';
import { stackable } from '@shared/ingest/stackable';
import type { OpenedTable } from './opened-table';

/**
 * Tables that look like one table kept in several files or sheets, one below the other as one; the others as they are. A
 * stack stands where its first table stood, under the name both share.
 */
export function stackOpened(opened: readonly OpenedTable[]): readonly OpenedTable[] {
  const stacks = new Map<number, OpenedTable>();
  const below = new Set<number>();
  for (const { name, members } of stackable(opened.map(({ proposal }) => proposal))) {
    const tables = members.flatMap((at) => opened[at] ?? []);
    const [first] = tables;
    const [at] = members;
    if (!first || at === undefined) continue;
    for (const member of members.slice(1)) below.add(member);
    stacks.set(at, {
      ...first,
      fileName: tables.map(({ fileName }) => fileName).join(' + '),
      proposal: { ...first.proposal, name },
      ingested: stackTables(tables.map(({ proposal, ingested }) => ({ name: proposal.name, ingested }))),
    });
  }
  return opened.flatMap((table, at) => (below.has(at) ? [] : [stacks.get(at) ?? table]));
}
