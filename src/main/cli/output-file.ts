import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { randomId } from '../files/durable';

/** Text gathered before it is written, in characters. */
const CHUNK = 1 << 20;

/**
 * A text file that appears whole or not at all: lines go to a temporary file beside it, which takes its name in the
 * end. Lines are written as they come, so a million rows need no memory.
 */
export class OutputFile {
  private pending: string[] = [];
  private size = 0;

  private constructor(
    private readonly path: string,
    private readonly temporary: string,
    private readonly handle: FileHandle,
  ) {}

  /** Starts a file; folders on the way are made. */
  static async create(path: string): Promise<OutputFile> {
    const full = resolve(path);
    await mkdir(dirname(full), { recursive: true });
    const temporary = join(dirname(full), `.${randomId()}.part`);
    return new OutputFile(full, temporary, await open(temporary, 'wx'));
  }

  async line(text: string): Promise<void> {
    this.pending.push(text, '\n');
    this.size += text.length + 1;
    if (this.size >= CHUNK) await this.flush();
  }

  private async flush(): Promise<void> {
    await this.handle.writeFile(this.pending.join(''));
    this.pending = [];
    this.size = 0;
  }

  /** Writes the rest and gives the file its name. */
  async finish(): Promise<void> {
    await this.flush();
    await this.handle.sync();
    await this.handle.close();
    await rename(this.temporary, this.path);
  }

  /** Gives the file up; nothing is left behind. */
  async discard(): Promise<void> {
    await this.handle.close();
    await rm(this.temporary, { force: true });
  }
}

/** Writes a file through `fill`; whatever goes wrong, no half of it is left. */
export async function writeLines(path: string, fill: (file: OutputFile) => Promise<void>): Promise<void> {
  const file = await OutputFile.create(path);
  try {
    await fill(file);
  } catch (cause) {
    await file.discard();
    throw cause;
  }
  await file.finish();
}

/** One cell of a CSV line, quoted when it must be (RFC 4180). */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
