import { afterEach, describe, expect, it, vi } from 'vitest';

/** The function as Node has it, and as a browser does, which lacks `setImmediate`. */
async function nextTaskIn(place: 'node' | 'browser'): Promise<() => Promise<void>> {
  vi.resetModules();
  if (place === 'browser') vi.stubGlobal('setImmediate', undefined);
  return (await import('@shared/base/next-task')).nextTask;
}

describe.each(['node', 'browser'] as const)('the next task in a %s', (place) => {
  afterEach(() => void vi.unstubAllGlobals());

  it('comes after messages that have arrived', async () => {
    const nextTask = await nextTaskIn(place);
    const { port1, port2 } = new MessageChannel();
    const heard: string[] = [];
    port1.addEventListener('message', (event) => void heard.push((event as Event & { data: string }).data));
    port1.start();
    port2.postMessage('first');
    port2.postMessage('second');
    // Some are on their way for a while: Node hears many messages of one port before those of another.
    for (let task = 0; task < 10_000 && heard.length < 2; task++) await nextTask();
    expect(heard).toEqual(['first', 'second']);
    port1.close();
  });

  it('lets timers run that are due', async () => {
    const nextTask = await nextTaskIn(place);
    let isDue = false;
    setTimeout(() => {
      isDue = true;
    }, 1);
    for (let task = 0; task < 1_000_000 && !isDue; task++) await nextTask();
    expect(isDue).toBe(true);
  });

  it('keeps those who wait in order', async () => {
    const nextTask = await nextTaskIn(place);
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((n) => nextTask().then(() => order.push(n))));
    expect(order).toEqual([1, 2, 3]);
  });
});
