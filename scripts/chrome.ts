import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const LINUX = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Chrome or Chromium on this machine: `CHROME_PATH`, else the usual places; null when there is none. */
export function findChrome(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env['CHROME_PATH']) return env['CHROME_PATH'];
  const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    env[name] ? [join(env[name], 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
  );
  return [...LINUX, ...MAC, ...windows].find((path) => existsSync(path)) ?? null;
}

/**
 * The browser the end-to-end tests drive. Where none is installed and this is root on a Debian-like system (CI), it is
 * installed from the distribution; elsewhere the error says how to get one. Never skips silently.
 */
export function requireChrome(): string {
  const found = findChrome();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write(
      'No Chrome or Chromium here: installing Debian’s chromium for the end-to-end tests.\n',
    );
    const options: ExecFileSyncOptions = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
    const installed = findChrome();
    if (installed) return installed;
  }
  throw new Error(
    'The end-to-end tests need Chrome or Chromium, and none was found. Install one (https://www.google.com/chrome/ or your ' +
      'distribution’s chromium package), or set CHROME_PATH to its program file.',
  );
}

/** Flags for a headless run that stays off the network; root needs the sandbox off. */
export function chromeArgs(): string[] {
  return [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
