import { spawn } from 'node:child_process';

type Env = Readonly<Record<string, string | undefined>>;

/** A program and its arguments. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/**
 * What opens an address on this system: the browser of `CHROME_PATH` as a window of its own, else the system's default
 * browser. Null when nothing should (`WINNOW_NO_OPEN=1`) or can (no display).
 */
export function browserCommand(
  url: string,
  platform: NodeJS.Platform,
  env: Env,
  isRoot = false,
): Command | null {
  if (env['WINNOW_NO_OPEN'] === '1') return null;
  const hasDisplay = platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
  if (!hasDisplay) return null;
  const chrome = env['CHROME_PATH'];
  // Chrome's own sandbox cannot be had as root; a container is the only place where that should come up.
  if (chrome) return { program: chrome, args: [`--app=${url}`, ...(isRoot ? ['--no-sandbox'] : [])] };
  if (platform === 'darwin') return { program: 'open', args: [url] };
  if (platform === 'win32') return { program: 'cmd', args: ['/c', 'start', '""', url] };
  return { program: 'xdg-open', args: [url] };
}

/** Opens an address in a browser; false when none was started. That it fails later is no matter: the address is printed. */
export function openBrowser(url: string, env: Env = process.env): boolean {
  const command = browserCommand(url, process.platform, env, process.getuid?.() === 0);
  if (command === null) return false;
  const child = spawn(command.program, command.args, {
    detached: true,
    stdio: 'ignore',
    windowsVerbatimArguments: process.platform === 'win32',
  });
  child.on('error', () => undefined);
  child.unref();
  return true;
}
