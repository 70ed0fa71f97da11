/** What Node has and browsers have not. */
const { setImmediate } = globalThis as { readonly setImmediate?: (run: () => void) => void };

/**
 * Waits until what has been waiting has run: messages, timers that are due. Not by a timer itself: browsers hold back
 * nested ones for 4 ms each (HTML Standard, "timers"), which is as long as the work between two rests.
 */
export const nextTask: () => Promise<void> = setImmediate
  ? () => new Promise((resolve) => setImmediate(resolve))
  : byMessage();

/** A message to oneself is met after those that came before it. */
function byMessage(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
