import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path';

const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.woff', 'font/woff'],
  ['.wasm', 'application/wasm'],
]);

/** A file of the built page and how it is sent. */
export interface BundleFile {
  readonly path: string;
  readonly contentType: string;
  /** Its name carries a hash of its content, so that it never changes. */
  readonly immutable: boolean;
}

/**
 * The file of the bundle behind the path of a URL (percent-encoded, without query), or null for anything that is not a
 * plain relative path to a known kind of file inside the folder. `/` is `index.html`. Does not look whether it exists.
 */
export function bundleFile(folder: string, urlPath: string): BundleFile | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (!decoded.startsWith('/') || /[\\\0:]/.test(decoded)) return null;
  const segments = decoded.slice(1).split('/');
  if (segments.some((segment) => segment.startsWith('.'))) return null;
  const path = resolve(folder, decoded === '/' ? 'index.html' : join(...segments));
  const way = relative(folder, path);
  if (way === '' || isAbsolute(way) || way.split(sep)[0] === '..') return null;
  const contentType = CONTENT_TYPES.get(extname(path).toLowerCase());
  if (contentType === undefined) return null;
  return { path, contentType, immutable: segments[0] === 'assets' };
}
