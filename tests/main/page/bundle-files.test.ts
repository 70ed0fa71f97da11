import { resolve, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleFile } from '../../../src/main/page/bundle-files';

const folder = resolve('/app/renderer');

describe('the file behind a path of the page', () => {
  it.each([
    ['/', 'index.html', 'text/html; charset=utf-8', false],
    ['/index.html', 'index.html', 'text/html; charset=utf-8', false],
    ['/assets/app-1a2b.js', 'assets/app-1a2b.js', 'text/javascript; charset=utf-8', true],
    ['/assets/inter.woff2', 'assets/inter.woff2', 'font/woff2', true],
    ['/a%20b.css', 'a b.css', 'text/css; charset=utf-8', false],
  ])('%s is %s', (path, file, contentType, immutable) => {
    expect(bundleFile(folder, path)).toEqual({ path: resolve(folder, file), contentType, immutable });
  });

  it('is never outside the folder, whatever the path', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      '/',
      '%2f',
      '\\',
      '%5c',
      'a',
      'x.js',
      '%00',
      'C:',
      '~',
      '%25',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const file = bundleFile(folder, `/${parts.join('')}`);
        expect(file === null || file.path.startsWith(folder + sep)).toBe(true);
      }),
    );
  });
});
