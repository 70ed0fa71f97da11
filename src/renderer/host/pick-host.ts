import { fail, ok, type Result } from '@shared/base/result';
import { HOST_METHODS } from '@shared/host/contract';
import type { HostApi } from '@shared/host/types';
import { webHost } from './web-host';

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    readonly winnowHost?: unknown;
  }
}

/**
 * The one place that decides who hosts this window: Electron's bridge, else the local server that served the page,
 * else (development only) a host that keeps everything in memory.
 */
export async function pickHost(): Promise<Result<HostApi>> {
  const bridge = window.winnowHost;
  if (bridge !== undefined) {
    if (isHost(bridge)) return ok(bridge);
    return fail(
      'HOST_MISMATCH',
      'This window does not fit the Winnow that opened it. Close Winnow and start it again.',
    );
  }
  if (import.meta.env.MODE !== 'production') {
    const { developmentHost } = await import('./development-host');
    return ok(developmentHost());
  }
  return webHost();
}

function isHost(value: unknown): value is HostApi {
  if (typeof value !== 'object' || value === null) return false;
  const bridge: object = value;
  return HOST_METHODS.every((method) => typeof Reflect.get(bridge, method) === 'function');
}
