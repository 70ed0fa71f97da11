import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds `out/` only when something it is built from has changed. Every build, however started, leaves a stamp: the hash
 * of its inputs (electron.vite.config.ts writes it at the end). Same hash and all bundles there: nothing to do.
 */

/** What a build reads. The sample estate is read at run time, so it is not among them. */
const INPUTS = ['src', 'resources', 'electron.vite.config.ts', 'package-lock.json', 'tsconfig.base.json'];
const NOT_INPUTS = new Set(['resources/samples']);

/** What a complete build has written. */
const OUTPUTS = [
  'out/main/index.js',
  'out/main/web.js',
  'out/main/cli.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

const STAMP = 'out/.inputs';

/** SHA-256 over the paths and contents of everything a build reads. */
export function inputHash(root) {
  const hash = createHash('sha256');
  const add = (path) => {
    if (NOT_INPUTS.has(path)) return;
    const entries = entriesOf(join(root, path));
    if (entries !== null) {
      for (const name of entries.sort()) add(`${path}/${name}`);
      return;
    }
    const content = contentOf(join(root, path));
    if (content === null) return;
    hash.update(`${path}\0${content.length}\0`);
    hash.update(content);
  };
  for (const path of INPUTS) add(path);
  return hash.digest('hex');
}

function entriesOf(path) {
  try {
    return readdirSync(path);
  } catch {
    return null;
  }
}

function contentOf(path) {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Whether `out/` is missing, incomplete or built from other inputs. */
export function isStale(root) {
  if (!OUTPUTS.every((path) => existsSync(join(root, path)))) return true;
  return contentOf(join(root, STAMP))?.toString() !== inputHash(root);
}

/** Leaves the stamp of a finished build; `hash` was taken before it started. */
export function writeStamp(root, hash) {
  writeFileSync(join(root, STAMP), hash);
}

/**
 * Builds when `out/` is stale. What the build says goes to standard error, so that a program's own output stays clean;
 * with `quiet`, only when it fails. Answers the exit code, 0 when there was nothing to do.
 */
export async function buildIfStale(root, { quiet = false } = {}) {
  if (!isStale(root)) return 0;
  if (!existsSync(join(root, 'node_modules/electron-vite'))) {
    process.stderr.write('Winnow is not installed yet. Run: npm ci\n');
    return 1;
  }
  if (!quiet) process.stderr.write('Building Winnow (only when something has changed) …\n');
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    },
  );
  const said = [];
  child.stdout.on('data', (data) => said.push(data));
  child.stderr.on('data', (data) => said.push(data));
  const code = await new Promise((done) => child.on('close', (status) => done(status ?? 1)));
  if (code !== 0) process.stderr.write(`${Buffer.concat(said)}\nThe build failed.\n`);
  return code;
}
