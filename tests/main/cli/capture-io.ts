import type { Progress } from '@shared/base/progress';
import type { CliIo } from '../../../src/main/cli/io';

/** Standard output and error kept as text. */
export class CapturedIo implements CliIo {
  stdout = '';
  stderr = '';
  readonly seen: Progress[] = [];

  out(text: string): void {
    this.stdout += text;
  }
  err(text: string): void {
    this.stderr += text;
  }
  progress(progress: Progress): void {
    this.seen.push(progress);
  }
  settle(): void {}

  /** Standard output as JSON. */
  json(): unknown {
    return JSON.parse(this.stdout);
  }
}
