import { fail, ok, type Result } from '@shared/base/result';
import type { JournalCopy } from '@shared/host/session';
import type { HostApi, OpenedProject } from '@shared/host/types';
import type { Checkpoint } from '@shared/journal/types';

/** What goes wrong at one call to the host. */
export type Fault =
  /** The host says no; nothing is written. */
  | { readonly kind: 'refuse' }
  /** Everything is written and the answer is lost: an error, or a broken channel. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'broken' }
  /** The machine dies after some of the bytes reached the disk (0 = before, 1 = after all). */
  | { readonly kind: 'crash'; readonly written: number };

export const FOLDER = 'northgate';
export const PROJECT = 'p-northgate';

class PowerCut extends Error {}

const notHere = async () => fail('NOT_HERE', 'This disk keeps journals only.');

/** Everything a session does not ask for. */
const WITHOUT_JOURNAL = {
  info: notHere,
  listProjects: notHere,
  createProject: notHere,
  beginSource: notHere,
  writeBlock: notHere,
  commitUpload: notHere,
  abortUpload: notHere,
  readSource: notHere,
  sourceSize: notHere,
  beginPackage: notHere,
  beginPackageFile: notHere,
  commitPackage: notHere,
  abortPackage: notHere,
  exportProject: notHere,
  exportPackage: notHere,
  readDownload: notHere,
  beginImport: notHere,
  commitImport: notHere,
  readSample: notHere,
  listSamples: notHere,
  reveal: notHere,
};

/**
 * One project folder as a disk sees it, with a host over it that can fail at any call. After a crash every call fails
 * until `restart`.
 */
export class FakeDisk {
  bytes = new Uint8Array();
  checkpoint: Checkpoint | null = null;
  readonly replaced: string[] = [];
  /** Calls made so far, and what to do at which of them. */
  calls = 0;
  readonly faults = new Map<number, Fault>();
  open = false;
  #dead = false;

  get journal(): string {
    return new TextDecoder().decode(this.bytes);
  }

  set journal(text: string) {
    this.bytes = new TextEncoder().encode(text);
  }

  /** The machine comes up again; what was on the disk is there. */
  restart(): void {
    this.#dead = false;
    this.open = false;
    this.faults.clear();
  }

  kill(): void {
    this.#dead = true;
  }

  readonly host: HostApi = {
    ...WITHOUT_JOURNAL,
    openProject: () =>
      this.#call(() => {
        this.open = true;
        const end = this.bytes.lastIndexOf(10) + 1;
        const torn = this.bytes.slice(end);
        this.bytes = this.bytes.slice(0, end);
        return ok<OpenedProject>({
          summary: {
            folder: FOLDER,
            projectId: PROJECT,
            name: 'Northgate CRM move',
            createdAt: '2026-11-14T09:00:00.000Z',
            changedAt: '2026-11-14T09:00:00.000Z',
            entries: 0,
            damaged: null,
          },
          journal: this.journal,
          journalBytes: this.bytes.length,
          tornTail: torn.length > 0 ? new TextDecoder().decode(torn) : null,
          checkpoint: this.checkpoint,
        });
      }),
    closeProject: () =>
      this.#call(() => {
        this.open = false;
        return ok(null);
      }),
    appendJournal: ({ expectedBytes, lines }) => {
      const data = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
      return this.#call(
        () => {
          this.bytes = joined(this.bytes, data);
          return ok({ bytes: this.bytes.length });
        },
        () => (expectedBytes === this.bytes.length ? null : fail('JOURNAL_MOVED', 'The journal moved.')),
        (share) => {
          this.bytes = joined(this.bytes, data.slice(0, Math.floor(data.length * share)));
        },
      );
    },
    replaceJournal: ({ text }) =>
      this.#call(() => {
        this.replaced.push(this.journal);
        this.journal = text;
        return ok({ bytes: this.bytes.length });
      }),
    saveCheckpoint: ({ checkpoint }) =>
      this.#call(() => {
        this.checkpoint = checkpoint;
        return ok(null);
      }),
  };

  /** `tear` writes a share of the data; without it a write is atomic. */
  async #call<T>(
    write: () => Result<T>,
    check: () => Result<never> | null = () => null,
    tear: (share: number) => void = (share) => {
      if (share === 1) write();
    },
  ): Promise<Result<T>> {
    if (this.#dead) throw new PowerCut('no host');
    const fault = this.faults.get(this.calls++);
    const refused = check();
    if (refused) return refused;
    switch (fault?.kind) {
      case undefined:
        return write();
      case 'refuse':
        return fail('DISK_FULL', 'The disk is full. Make room and try again.');
      case 'lost':
        write();
        return fail('TIMEOUT', 'The answer did not come in time.');
      case 'broken':
        write();
        throw new Error('channel closed');
      case 'crash':
        tear(fault.written);
        this.#dead = true;
        throw new PowerCut('power cut');
    }
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

/** The copy on this computer; `failing` makes its next calls fail. */
export class FakeCopy implements JournalCopy {
  text: string | null = null;
  failing = 0;

  async read(): Promise<string | null> {
    this.#maybeFail();
    return this.text;
  }

  async write(_projectId: string, text: string): Promise<void> {
    this.#maybeFail();
    this.text = text;
  }

  async append(_projectId: string, lines: readonly string[]): Promise<void> {
    this.#maybeFail();
    this.text = (this.text ?? '') + lines.map((line) => `${line}\n`).join('');
  }

  #maybeFail(): void {
    if (this.failing === 0) return;
    this.failing--;
    throw new Error('QuotaExceededError');
  }
}
