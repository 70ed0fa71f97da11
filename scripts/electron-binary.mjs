import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Finds Electron's program, and fetches it once where that is possible, without ever importing `electron`: in plain Node
 * that import starts a download which may hang for minutes. The package brings no program since version 42.
 */

/** How long the download host has to answer before it counts as out of reach. */
const CONNECT_MS = 3000;

/** How long a download may take. */
const DOWNLOAD_MS = 10 * 60_000;

/** How long a refusal is remembered, so that starting again does not wait again. */
const REMEMBER_MS = 12 * 3600_000;

/** Path of Electron's program, or null when it is not there. Looks at files only. */
export function findElectron(root, env = process.env) {
  const folder = join(root, 'node_modules/electron');
  const name = textOf(join(folder, 'path.txt'));
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return onlyIfThere(join(override, name ?? 'electron'));
  return name === null ? null : onlyIfThere(join(folder, 'dist', name));
}

function onlyIfThere(path) {
  return existsSync(path) ? path : null;
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

/**
 * Why Electron's window cannot be used here even with its program, as half a sentence, or null. Without a display it ends
 * at once; as root it runs only without its sandbox, which Winnow does not do without.
 */
export function cannotShow(platform, env, isRoot) {
  if (platform !== 'linux') return null;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display here';
  if (isRoot) return 'it does not run as root';
  return null;
}

/** Address of the program for this system. */
export function downloadAddress(version, platform, arch, env) {
  const mirror =
    env.npm_config_electron_mirror ||
    env.ELECTRON_MIRROR ||
    'https://github.com/electron/electron/releases/download/';
  return `${mirror}v${version}/electron-v${version}-${platform}-${arch}.zip`;
}

/** Whether the installer has the file from an earlier download and needs no network. */
export function isCached(fileName, cacheRoot) {
  try {
    return readdirSync(cacheRoot).some((folder) => existsSync(join(cacheRoot, folder, fileName)));
  } catch {
    return false;
  }
}

function cacheRoot(platform, env) {
  if (env.electron_config_cache) return env.electron_config_cache;
  if (platform === 'darwin') return join(homedir(), 'Library/Caches/electron');
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA || join(homedir(), 'AppData/Local'), 'electron/Cache');
  }
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'electron');
}

/** Why the address cannot be had, as half a sentence, or null when it can; knows within `ms`. */
export async function outOfReach(address, ms = CONNECT_MS) {
  const { host } = new URL(address);
  try {
    const response = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(ms) });
    return response.ok ? null : `${host} answered ${response.status}`;
  } catch (cause) {
    const late = cause instanceof Error && cause.name === 'TimeoutError';
    return late ? `${host} did not answer within ${ms / 1000} s` : `${host} cannot be reached`;
  }
}

/**
 * Fetches Electron's program with its own installer when its download host can be reached. Answers null when it is there
 * now, else why not, as half a sentence. A refusal is remembered for half a day; `npx install-electron --no` tries anew.
 */
export async function fetchElectron(root, env = process.env, say = (text) => process.stderr.write(text)) {
  if (env.CI || env.WINNOW_NO_DOWNLOAD === '1') return 'downloads are switched off';
  const folder = join(root, 'node_modules/electron');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const address = downloadAddress(version, process.platform, process.arch, env);
  const memory = join(root, 'node_modules/.cache/winnow/electron-refused.json');
  const remembered = recall(memory, address);
  if (remembered !== null) return remembered;

  const cached = isCached(address.slice(address.lastIndexOf('/') + 1), cacheRoot(process.platform, env));
  const unreachable = cached ? null : await outOfReach(address);
  if (unreachable !== null) {
    remember(memory, address, unreachable);
    return unreachable;
  }
  if (!cached) say('Downloading Electron, once (about 120 MB; Ctrl+C to stop) …\n');
  const child = spawn(process.execPath, [join(folder, 'install.js')], { cwd: root, stdio: ['ignore', 2, 2] });
  const timer = setTimeout(() => child.kill(), DOWNLOAD_MS);
  const code = await new Promise((done) => {
    child.on('error', () => done(1));
    child.on('close', (status) => done(status ?? 1));
  });
  clearTimeout(timer);
  if (code === 0) return null;
  const why = 'its download failed';
  remember(memory, address, why);
  return why;
}

function recall(path, address) {
  try {
    const { address: of, why, at } = JSON.parse(readFileSync(path, 'utf8'));
    return of === address && Date.now() - at < REMEMBER_MS ? String(why) : null;
  } catch {
    return null;
  }
}

function remember(path, address, why) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify({ address, why, at: Date.now() }));
  } catch {
    // a read-only checkout: asked again next time
  }
}
