/**
 * Child process of the crash test: opens the project `demo` below the folder given, appends lines without end and prints
 * the number of each one after it was acknowledged. It is meant to be killed.
 */
import { unwrap } from '@shared/base/result';
import { createNodeHost } from '../../../src/main/files/node-host';

const projectsFolder = process.argv[2] ?? '';
const host = createNodeHost({
  kind: 'memory',
  version: '0.0.0',
  projectsFolder,
  samplesFolder: projectsFolder,
});
const opened = unwrap(await host.openProject({ folder: 'demo' }));
let bytes = opened.journalBytes;
for (let seq = opened.summary.entries + 1; ; seq++) {
  const lines = [JSON.stringify({ seq, kind: 'source.added', payload: 'x'.repeat((seq * 37) % 3000) })];
  bytes = unwrap(await host.appendJournal({ folder: 'demo', expectedBytes: bytes, lines })).bytes;
  process.stdout.write(`${seq}\n`);
}
