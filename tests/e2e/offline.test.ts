import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWindow, type Window } from './support/browser';
import { type RunningHost, startHost } from './support/host';
import { beginReview, goTo, introduce, saved, settled } from './support/journey';
import { oneAfterAnother } from './support/story';

describe('nothing leaves the machine', () => {
  let host: RunningHost;
  let window: Window;
  const page = (): Page => window.page;
  const answers: Response[] = [];
  beforeAll(async () => {
    host = await startHost();
    window = await openWindow(host.url);
    window.context.on('response', (response) => answers.push(response));
    await page().reload();
  });
  afterAll(async () => {
    await window.close();
    await host.stop();
  });
  // A test fails by itself when the page asks another address or reports an error.
  oneAfterAnother(() => [window]);

  test('a whole short journey asks only the address it came from, and reports no error', async () => {
    await introduce(page(), 'Mara Voss', 'Head of CRM data');
    await beginReview(page(), 'Offline');
    await saved(page(), () => page().keyboard.press('Enter'));
    for (const step of [
      'profile',
      'validate',
      'active',
      'governance',
      'export',
      'history',
      'guide',
    ] as const) {
      await goTo(page(), step);
      await settled(page());
    }
    const hosts = new Set(
      answers.map((response) => new URL(response.url()).host).filter((name) => name !== ''),
    );
    expect([...hosts]).toEqual([`127.0.0.1:${host.port}`]);
    expect(answers.length).toBeGreaterThan(30);
  });

  test('every answer carries a policy that allows nothing from elsewhere', async () => {
    const served = answers.filter((response) => response.url().startsWith('http'));
    for (const response of served) {
      const policy = (await response.allHeaders())['content-security-policy'] ?? '';
      const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
      expect([response.url(), rules.get('default-src')]).toEqual([response.url(), ["'none'"]]);
      expect(rules.get('script-src')).toEqual(["'self'"]);
      expect(rules.get('worker-src')).toEqual(["'self'"]);
      expect(rules.get('connect-src')).toEqual(["'self'"]);
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    }
  });

  test('the page is isolated, so that its workers may share memory', async () => {
    expect(await page().evaluate(() => crossOriginIsolated)).toBe(true);
  });

  test('another address hears nothing even from a script inside the page', async () => {
    let heard = 0;
    const elsewhere = createServer().on('connection', () => {
      heard++;
    });
    elsewhere.listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const address = elsewhere.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const refused = await page().evaluate(async (other) => {
      const directives = new Set<string>();
      document.addEventListener('securitypolicyviolation', (event) => {
        directives.add(event.effectiveDirective);
      });
      await fetch(`http://${other}/`, { mode: 'no-cors' }).catch(() => undefined);
      navigator.sendBeacon(`http://${other}/`, 'rows');
      const socket = new WebSocket(`ws://${other}/`);
      const image = new Image();
      const script = document.createElement('script');
      const ended = [socket, image, script].map(
        (element) => new Promise((done) => element.addEventListener('error', done)),
      );
      image.src = `http://${other}/picture.png`;
      script.src = `http://${other}/script.js`;
      document.head.append(script);
      await Promise.all(ended);
      return [...directives].sort();
    }, `127.0.0.1:${port}`);
    expect(refused).toEqual(['connect-src', 'img-src', 'script-src-elem']);
    expect(heard).toBe(0);
    elsewhere.close();
    // That the browser tells of what it refused is what was wanted here.
    expect(window.errors.splice(0).length).toBeGreaterThan(0);
    window.foreign.splice(0);
  });

  test('without its sign-in the address shows nothing', async () => {
    const bare = await fetch(`http://127.0.0.1:${host.port}/`);
    expect(bare.status).toBe(403);
    expect(await bare.text()).toContain('This page is not signed in to Winnow.');
    const used = await fetch(host.url, { redirect: 'manual' });
    expect(used.status).toBe(403);
    expect(await used.text()).toContain('This address was used already');
  });
});
