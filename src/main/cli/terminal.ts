import type { Progress } from '@shared/base/progress';
import type { CliIo } from './io';
import { grouped } from './text-table';

/** Milliseconds between two drawings of the progress line. */
const REDRAW_MS = 100;

/** Standard output and error of this process; progress only where a person watches standard error. */
export function terminalIo(): CliIo {
  let shown = false;
  let last = 0;
  const settle = (): void => {
    if (shown) process.stderr.write('\r\u001b[2K');
    shown = false;
  };
  return {
    out: (text) => {
      process.stdout.write(text);
    },
    err: (text) => {
      settle();
      process.stderr.write(text);
    },
    progress: (progress) => {
      const now = performance.now();
      if (!process.stderr.isTTY || now - last < REDRAW_MS) return;
      last = now;
      shown = true;
      process.stderr.write(
        `\r\u001b[2K${progressLine(progress).slice(0, (process.stderr.columns ?? 80) - 1)}`,
      );
    },
    settle,
  };
}

/** `Reading 120,000 of 1,000,000` */
export function progressLine({ label, done, total }: Progress): string {
  if (total > 0) return `${label}: ${grouped(done)} of ${grouped(total)}`;
  return done > 0 ? `${label}: ${grouped(done)}` : label;
}
