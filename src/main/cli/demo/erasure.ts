import type { EventDraft } from '@shared/journal/types';
import { MAPPING_SCRIPT } from './mapping-script';
import { answer, commit, draft, type Stage } from './stage';

const CONTACT_TABLES: ReadonlySet<string> = new Set(
  MAPPING_SCRIPT.filter((script) => script.object === 'Contact').map((script) => script.tableId),
);

/** Most rows of the erasure list and most hits of one name that are looked at. */
const LIST_ROWS = 10_000;
const HITS = 50;

/**
 * Requests that came without a mail address are not found by the rule. The steward looks each name up among what would
 * be exported, and takes out whoever bears exactly that name.
 */
export async function lookUpErasuresByName(stage: Stage): Promise<void> {
  const { engine, cast } = stage;
  const view = { filters: [{ kind: 'blank', column: 'E-mail', blank: true } as const], sort: null };
  const { cells } = await answer(engine.window('erasure', view, 0, LIST_ROWS));
  const settled = new Map<string, EventDraft>();
  for (const [received = '', name = ''] of cells) {
    if (name.trim() === '') continue;
    const page = await answer(
      engine.ledgerRows({
        disposition: 'exported',
        tableId: null,
        reason: null,
        text: name.trim(),
        start: 0,
        count: HITS,
      }),
    );
    for (const row of page.rows) {
      if (!CONTACT_TABLES.has(row.tableId) || row.title.toLowerCase() !== name.trim().toLowerCase()) continue;
      settled.set(
        row.key,
        draft('record.settled', row.title, {
          object: 'Contact',
          key: row.key,
          verdict: 'exclude',
          reason: `Asked for erasure on ${received} without a mail address; found by name.`,
        }),
      );
    }
  }
  if (settled.size > 0) await commit(stage, [...settled.values()], cast.steward);
  stage.tell(
    `${cells.length} erasure requests came without a mail address; looked up by name, ${settled.size} contacts taken out.`,
  );
}
