import { unwrap } from '@shared/base/result';
import type { FieldMapping } from '@shared/mapping/types';
import { DEFAULT_MATCH_SETTINGS } from '@shared/match/types';
import type { ClusterView } from '@shared/pipeline/review-types';
import { describe, expect, it } from 'vitest';
import { type TestProject, testProject } from '../../support/project';

const column = (field: string, name: string): FieldMapping => ({
  field,
  from: { kind: 'column', column: name },
  transforms: [{ op: 'trim' }],
  valueMap: {},
});

const GIVEN = ['Anna', 'Bruno', 'Carla', 'Dmitri', 'Elena', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas'];
const FAMILY = ['Abel', 'Brandt', 'Conti', 'Dahl', 'Egger', 'Fuchs', 'Gallo', 'Hartmann', 'Iversen', 'Jung'];
const CITIES = ['Bremen', 'Kassel', 'Ulm', 'Mainz', 'Jena', 'Trier'];

/** A hundred people; every seventh is in the list a second time with another phone, every eleventh as an initial and a last name. */
function people(): string {
  const lines = ['Id,First,Last,Mail,Phone,City'];
  for (let at = 0; at < 100; at++) {
    const first = GIVEN[at % 10]!;
    const last = FAMILY[Math.floor(at / 10)]!;
    const city = CITIES[(at * 5) % 6]!;
    const mail = `${first}.${last}@example.org`.toLowerCase();
    lines.push(`${at},${first},${last},${mail},+49 30 55${String(100_00 + at * 37)},${city}`);
    if (at % 7 === 0)
      lines.push(`d${at},${first},${last},${mail},+49 40 77${String(100_00 + at * 41)},${city}`);
    if (at % 11 === 0) lines.push(`e${at},${first.slice(0, 1)}.,${last},,,${city}`);
  }
  return `${lines.join('\n')}\n`;
}

async function reviewed(): Promise<TestProject> {
  const project = await testProject('salesforce', [{ id: 'contacts', csv: people() }]);
  await project.add('mapping.set', {
    mapping: {
      tableId: 'contacts',
      object: 'Contact',
      keyColumn: 'Id',
      fields: [
        column('FirstName', 'First'),
        column('LastName', 'Last'),
        column('Email', 'Mail'),
        column('Phone', 'Phone'),
        column('MailingCity', 'City'),
      ],
    },
  });
  return project;
}

async function clusters(project: TestProject, show: ClusterView = 'all') {
  return unwrap(await project.engine.clusters('Contact', show, 0, 100));
}

async function probabilityOf(project: TestProject, left: string, right: string): Promise<number> {
  const pair = await project.engine.comparePair('Contact', `contacts:${left}`, `contacts:${right}`);
  return unwrap(pair).explanation.probability;
}

const decided = (verdict: 'merge' | 'separate', ...groups: string[][]) => ({
  object: 'Contact',
  verdict,
  groups: groups.map((group) => group.map((key) => `contacts:${key}`)),
  reason: '',
});

describe('decisions teach', () => {
  it('moves the weights of pairs like the one decided, and undo moves them back', async () => {
    const project = await reviewed();
    const before = await probabilityOf(project, '99', 'e99');
    await project.add('cluster.decided', decided('separate', ['22'], ['e22']));
    const seq = project.entries.at(-1)!.seq;
    const apart = await probabilityOf(project, '99', 'e99');
    expect(apart).toBeLessThan(before);
    await project.add('entry.undone', { seq });
    expect(await probabilityOf(project, '99', 'e99')).toBe(before);
    await project.add('cluster.decided', decided('merge', ['22', 'e22']));
    expect(await probabilityOf(project, '99', 'e99')).toBeGreaterThan(before);
  });

  it('says how many pairs it learned from', async () => {
    const project = await reviewed();
    await project.add('cluster.decided', decided('merge', ['22', 'e22']));
    await project.add('cluster.decided', decided('separate', ['99'], ['e99']));
    const report = unwrap(await project.engine.matchReport('Contact', null));
    expect(report.labels).toEqual({ pairs: 2, decisions: 2 });
  });

  it('keeps what was decided in reach, the latest first, even where no cluster is left of it', async () => {
    const project = await reviewed();
    await project.add('cluster.decided', decided('merge', ['22', 'e22']));
    await project.add('cluster.decided', decided('separate', ['3'], ['58']));
    const seq = project.entries.at(-1)!.seq;
    const page = await clusters(project, 'decided');
    expect(page.decided).toBe(2);
    expect(page.items.map(({ id, state }) => [id < 0, state])).toEqual([
      [true, 'separated'],
      [false, 'merged'],
    ]);
    const alone = unwrap(await project.engine.cluster('Contact', -seq));
    expect(alone.records.map(({ key }) => key)).toEqual(['contacts:3', 'contacts:58']);
    expect(alone.decided).toMatchObject({ verdict: 'separate', actor: 'mara' });
  });

  it('counts the doubt down as the queue is worked through', async () => {
    const project = await reviewed();
    const first = await clusters(project, 'open');
    expect(first.doubtLeft).toBe(1);
    expect(first.items[0]!.question!.moves).toBe(2);
    for (let left = first.open; left > 0; left--) {
      const page = await clusters(project, 'open');
      if (page.open === 0) break;
      const detail = unwrap(await project.engine.cluster('Contact', page.items[0]!.id));
      const keys = detail.records.map(({ key }) => key);
      await project.add('cluster.decided', {
        object: 'Contact',
        verdict: 'merge',
        groups: [keys],
        reason: '',
      });
    }
    const last = await clusters(project, 'open');
    expect(last.open).toBe(0);
    expect(last.doubtLeft).toBe(0);
  });

  it('lists what was joined without asking, the most likely wrong first', async () => {
    const { items, automatic } = await clusters(await reviewed(), 'doubtful');
    expect(items).toHaveLength(automatic);
    expect(items.every(({ state }) => state === 'automatic')).toBe(true);
    const wrong = items.slice(2).map(({ probability }) => 1 - probability);
    expect([...wrong].sort((a, b) => b - a)).toEqual(wrong);
  });
});

describe('any two records', () => {
  it('are found by words of their name, or by their key', async () => {
    const { engine } = await reviewed();
    const found = unwrap(await engine.findRecords('Contact', 'jung INES', 5));
    expect(found.map(({ key, title }) => [key, title])).toEqual([
      ['contacts:98', 'Ines Jung'],
      ['contacts:d98', 'Ines Jung'],
    ]);
    expect(unwrap(await engine.findRecords('Contact', '98', 5))[0]!.key).toBe('contacts:98');
    expect(unwrap(await engine.findRecords('Contact', '  ', 5))).toEqual([]);
  });

  it('are shown with why they are two, and become one by a decision across clusters', async () => {
    const project = await reviewed();
    const ask = async () => unwrap(await project.engine.comparePair('Contact', 'contacts:0', 'contacts:98'));
    const before = await ask();
    expect(before.together).toBe(false);
    expect(before.explanation.whyNot).not.toBeNull();
    const joined = before.groups.flat();
    expect(joined).toContain('contacts:d0');
    await project.add('cluster.decided', {
      object: 'Contact',
      verdict: 'merge',
      groups: [joined],
      reason: '',
    });
    const after = await ask();
    expect(after.together).toBe(true);
    expect([...after.groups[0]].sort()).toEqual([...joined].sort());
    expect(after.groups[1]).toEqual(after.groups[0]);
    expect(after.decided).toEqual({ verdict: 'merge', actor: 'mara', at: project.entries.at(-1)!.at });
    await project.add('cluster.decided', decided('separate', ['0'], ['98']));
    expect((await ask()).together).toBe(false);
  });

  it('say so when one of them is gone', async () => {
    const { engine } = await reviewed();
    const pair = await engine.comparePair('Contact', 'contacts:0', 'contacts:nobody');
    expect(pair.ok ? null : pair.error.code).toBe('RECORD_GONE');
  });
});

describe('settings of the search', () => {
  it('are tried without becoming agreed', async () => {
    const { engine } = await reviewed();
    const now = unwrap(await engine.matchReport('Contact', null));
    const strict = { ...DEFAULT_MATCH_SETTINGS, matchThreshold: 0.99 };
    const tried = unwrap(await engine.matchReport('Contact', strict));
    expect(tried.settings.matchThreshold).toBe(0.99);
    expect(tried.summary.merges).toBeLessThan(now.summary.merges);
    expect(tried.summary.waiting).toBeGreaterThan(now.summary.waiting);
    expect(unwrap(await engine.matchReport('Contact', null))).toEqual(now);
  });

  it('lead where the trial said once they are agreed', async () => {
    const project = await reviewed();
    const settings = { ...DEFAULT_MATCH_SETTINGS, unique: ['contacts'] };
    const tried = unwrap(await project.engine.matchReport('Contact', settings));
    await project.add('match.settings', { object: 'Contact', settings });
    const agreed = unwrap(await project.engine.matchReport('Contact', null));
    expect(agreed.summary).toEqual(tried.summary);
    expect(agreed.summary.merges).toBe(0);
    await project.add('entry.undone', { seq: project.entries.at(-1)!.seq });
    expect((await clusters(project)).automatic).toBeGreaterThan(0);
  });

  it('show every compared pair in the histogram', async () => {
    const report = unwrap(await (await reviewed()).engine.matchReport('Contact', null));
    const pairs = report.histogram.counts.reduce((sum, count) => sum + count, 0);
    expect(pairs).toBeGreaterThan(19);
    expect(pairs).toBeLessThanOrEqual(report.summary.candidates);
    expect(report.sources).toEqual([{ id: 'contacts', name: 'Old CRM', records: 125 }]);
  });

  it('count a rule before it runs, and run it as counted', async () => {
    const { engine } = await reviewed();
    const keys = ['same LastName', 'same MailingCity'];
    const count = unwrap(await engine.countRule('Contact', keys, DEFAULT_MATCH_SETTINGS));
    const settings = { ...DEFAULT_MATCH_SETTINGS, blocking: { off: [], added: [keys] } };
    const rule = unwrap(await engine.matchReport('Contact', settings)).blocking.find(
      ({ origin }) => origin === 'added',
    );
    expect(rule?.pairs).toBe(count.pairs);
    expect(count).toMatchObject({ dropped: 0, exists: false });
    const impossible = await engine.countRule('Contact', ['same Nothing'], DEFAULT_MATCH_SETTINGS);
    expect(impossible.ok ? null : impossible.error.code).toBe('RULE_IMPOSSIBLE');
  });

  it('find less when the rule that compares all is switched off', async () => {
    const { engine } = await reviewed();
    const settings = {
      ...DEFAULT_MATCH_SETTINGS,
      blocking: { off: ['every record with every other'], added: [] },
    };
    const report = unwrap(await engine.matchReport('Contact', settings));
    expect(report.summary.candidates).toBeLessThan(7_750);
    expect(report.blocking.some(({ origin }) => origin === 'off')).toBe(true);
  });
});
