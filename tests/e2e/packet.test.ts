import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWindow, type Window } from './support/browser';
import { downloaded } from './support/download';
import { type RunningHost, startHost } from './support/host';
import { beginReview, goTo, introduce, saved, settled } from './support/journey';
import { oneAfterAnother } from './support/story';
import { temporaryFolder } from './support/temporary';

const MAPPING = 'Does every legacy field go to the right place';
const SOURCES = 'Are these the right sources, and all of them?';
const TRUTH = 'When sources disagree, does the right one win?';

describe('decisions by file, between a steward and a committee member on another machine', () => {
  let stewardHost: RunningHost;
  let memberHost: RunningHost;
  let steward: Window;
  let member: Window;
  let packet: string;
  let ballots: string;
  beforeAll(async () => {
    stewardHost = await startHost();
    steward = await openWindow(stewardHost.url);
    await introduce(steward.page, 'Mara Voss', 'Head of CRM data');
    await beginReview(steward.page, 'By file');
    memberHost = await startHost();
    member = await openWindow(memberHost.url);
    await introduce(member.page, 'Ines Carvalho', 'Service', 'Committee member');
  });
  afterAll(async () => {
    await Promise.all([steward.close(), member.close()]);
    await Promise.all([stewardHost.stop(), memberHost.stop()]);
  });
  oneAfterAnother(() => [steward, member]);

  test('the steward proposes three decisions and saves the decision packet', async () => {
    const { page } = steward;
    await goTo(page, 'governance');
    await saved(page, () => page.getByTestId('checklist-start').click());
    expect(await page.getByTestId('packet-out').isDisabled()).toBe(true);
    for (const question of [SOURCES, TRUTH, MAPPING]) {
      await decision(page, question).click();
      await settled(page);
      await saved(page, () => page.getByTestId('propose').click());
    }
    packet = await downloaded(page, () => page.getByTestId('packet-out').click());
    expect(basename(packet)).toBe('By-file.decision-packet.json');
  });

  test('the member needs no project to open it, and nothing else is taken for a packet', async () => {
    const { page } = member;
    await page.getByTestId('open-packet').click();
    await page.getByTestId('screen-packet').waitFor();
    expect(new URL(page.url()).hash).toBe('#/packet');
    const other = join(await temporaryFolder('other'), 'shopping-list.json');
    await writeFile(other, '{"milk": 2}');
    await page.getByTestId('packet-input').setInputFiles(other);
    await page.getByText('This file is not a decision packet.').waitFor();

    await page.getByTestId('packet-input').setInputFiles(packet);
    await page.getByText('0 of 3 signed').waitFor();
    const screen = await page.getByTestId('screen-packet').innerText();
    expect(screen).toContain('By file · decision 1 of 3');
    expect(screen).toContain('Migrate from 1 source with 1 table and 20 rows read.');
  });

  test('a packet changed on its way is refused: what is shown must be what is signed', async () => {
    const { page } = member;
    const changed = join(await temporaryFolder('changed'), 'changed.json');
    await writeFile(changed, (await readFile(packet, 'utf8')).replace('20 rows read', '2 rows read'));
    await page.reload();
    await page.getByTestId('packet-input').setInputFiles(changed);
    await page.getByText('what is proposed on').waitFor();
    expect(await page.getByTestId('vote-approve').count()).toBe(0);
    await page.getByTestId('packet-input').setInputFiles(packet);
    await page.getByText('0 of 3 signed').waitFor();
  });

  test('the member approves, rejects with a reason, and saves the ballots', async () => {
    const { page } = member;
    await decision(page, SOURCES).click();
    await page.getByTestId('vote-approve').click();
    await page.getByText('1 of 3 signed').waitFor();

    await decision(page, TRUTH).click();
    await page.getByTestId('vote-reject').click();
    expect(await page.getByTestId('vote-confirm').isDisabled()).toBe(true);
    await page.keyboard.type('Accounting must win for addresses.');
    await page.getByTestId('vote-confirm').click();
    await page.getByText('2 of 3 signed').waitFor();

    await decision(page, MAPPING).click();
    await page.getByTestId('vote-approve').click();
    await page.getByText('3 of 3 signed').waitFor();
    ballots = await downloaded(page, () => page.getByTestId('ballots-save').click());
    expect(basename(ballots)).toBe('By-file-Ines-Carvalho.ballots.json');
  });

  test('a ballot changed by anybody is known for it, and not taken over', async () => {
    const { page } = steward;
    const forged = join(await temporaryFolder('forged'), 'forged.json');
    await writeFile(forged, (await readFile(ballots, 'utf8')).replace('"reject"', '"approve"'));
    await page.getByTestId('ballots-input').setInputFiles(forged);
    const dialog = page.getByRole('dialog', { name: 'Ballots in this file' });
    await dialog.getByText('signature broken').waitFor();
    expect(await dialog.getByText('genuine').count()).toBe(2);
    expect(await page.getByTestId('ballots-take').innerText()).toContain('take over 2 ballots');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  test('the steward confirms the fingerprint and takes the ballots over', async () => {
    const { page } = steward;
    await page.getByTestId('ballots-input').setInputFiles(ballots);
    const dialog = page.getByRole('dialog', { name: 'Ballots in this file' });
    await dialog.getByText('Ask for the fingerprint by telephone').waitFor();
    const shown = /key\s+([0-9A-F ]+)/.exec(await dialog.innerText())?.[1]?.trim();
    expect(shown).toBe(await memberKey());
    await saved(page, () => page.getByTestId('ballots-take').click());
    await dialog.waitFor({ state: 'detached' });

    expect(await decision(page, SOURCES).innerText()).toContain('approved');
    expect(await decision(page, TRUTH).innerText()).toContain('rejected');
    expect(await decision(page, MAPPING).innerText()).toContain('approved');
    await decision(page, TRUTH).click();
    await page.getByText('Ines Carvalho: “Accounting must win for addresses.”').waitFor();
  });

  test('ballots read twice count once', async () => {
    const { page } = steward;
    await page.getByTestId('ballots-input').setInputFiles(ballots);
    const dialog = page.getByRole('dialog', { name: 'Ballots in this file' });
    await dialog.getByText('already here').first().waitFor();
    expect(await dialog.getByText('already here').count()).toBe(3);
    expect(await page.getByTestId('ballots-take').isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('when what was signed changes, the signature lapses and the difference is shown', async () => {
    const { page } = steward;
    await goTo(page, 'map');
    await page.getByTestId('field-Title').waitFor();
    await page.getByTestId('field-Title').getByRole('button', { name: 'Clear' }).click();
    await saved(page, () => page.getByTestId('mapping-save').click());
    await goTo(page, 'governance');
    await settled(page);
    expect(await decision(page, MAPPING).innerText()).toContain('changed');
    expect(await decision(page, SOURCES).innerText()).toContain('approved');
    await decision(page, MAPPING).click();
    await page.getByText('What changed since it was proposed').waitFor();
    expect(await page.getByTestId('why-column').innerText()).toContain('signed on an earlier version');
  });

  /** The key the member's own window says they sign with. */
  async function memberKey(): Promise<string | undefined> {
    const { page } = member;
    await page.reload();
    await page.getByTestId('packet-input').setInputFiles(packet);
    const signs = await page.getByText('Signs as Ines Carvalho').innerText();
    return /key ([0-9A-F ]+)/.exec(signs)?.[1]?.trim();
  }
});

/** The line of one decision, in the checklist or in a packet. */
function decision(page: Page, question: string): Locator {
  return page
    .getByTestId('checklist-row')
    .or(page.getByTestId('packet-items-row'))
    .filter({ hasText: question });
}
