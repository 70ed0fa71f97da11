import type { HostApi } from '@shared/host/types';
import { memoryHost, type Sample } from './memory-host';

const urls = import.meta.glob<string>('/../../resources/samples/*.{csv,xlsx}', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** For working on the window without a host: all in memory, gone when the page is loaded again. */
export function developmentHost(): HostApi {
  const samples = Object.entries(urls).map(
    ([path, url]): Sample => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      bytes: async () => new Uint8Array(await (await fetch(url)).arrayBuffer()),
    }),
  );
  return memoryHost(samples);
}
