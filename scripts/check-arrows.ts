import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Holds the arrows between folders (docs/architecture.md). Inside `src/shared` a folder may import only folders that
 * stand before it in this list; `renderer` and `main` may import `shared`; nothing else points anywhere.
 */
export const SHARED_ORDER = [
  'base',
  'table',
  'ingest',
  'profile',
  'clean',
  'derive',
  'target',
  'mapping',
  'validate',
  'match',
  'survive',
  'rules',
  'govern',
  'journal',
  'package',
  'pipeline',
  'host',
] as const;

/** Modules the domain must not know. */
const FORBIDDEN_IN_SHARED = /^(node:|electron$|react|dexie|zustand|@mantine\/)/;

export interface Arrow {
  /** Importing file, relative to the project, with forward slashes. */
  readonly from: string;
  /** Specifier as written. */
  readonly to: string;
  /** Imported file relative to the project, or null for a package. */
  readonly target: string | null;
}

/** The sentence of what is wrong with an import, or null. */
export function judge(arrow: Arrow): string | null {
  const from = place(arrow.from);
  if (arrow.target === null) {
    if (from.area === 'shared' && FORBIDDEN_IN_SHARED.test(arrow.to))
      return `${arrow.from}: the domain may not import "${arrow.to}"`;
    return null;
  }
  const to = place(arrow.target);
  if (to.area === from.area) {
    if (from.area !== 'shared') return null;
    const a = SHARED_ORDER.indexOf(from.folder as (typeof SHARED_ORDER)[number]);
    const b = SHARED_ORDER.indexOf(to.folder as (typeof SHARED_ORDER)[number]);
    if (a < 0) return `${arrow.from}: folder "${from.folder}" has no place in the order of src/shared`;
    if (b > a) return `${arrow.from}: "${from.folder}" may not import "${to.folder}", which stands after it`;
    return null;
  }
  if (to.area === 'shared' || to.area === 'resources') return null;
  return `${arrow.from}: ${from.area} may not import ${to.area} ("${arrow.to}")`;
}

function place(path: string): { area: string; folder: string } {
  const parts = path.split('/');
  if (parts[0] === 'resources') return { area: 'resources', folder: '' };
  return { area: parts[1] ?? '', folder: parts.length > 3 ? (parts[2] ?? '') : '' };
}

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*|new URL\(\s*)['"]([^'"]+)['"]/g;

/** Imports of one file, found in its text. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match[1]!);
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.(ts|tsx)$/.test(entry.name) ? [path] : [];
  });
}

/** All broken arrows under `root/src`. */
export function checkArrows(root: string): string[] {
  const problems: string[] = [];
  for (const file of sourceFiles(join(root, 'src'))) {
    const from = relative(root, file).split(sep).join('/');
    for (const to of importsOf(readFileSync(file, 'utf8'))) {
      let target: string | null = null;
      if (to.startsWith('@shared/')) target = `src/shared/${to.slice('@shared/'.length)}`;
      else if (to.startsWith('@resources/')) target = `resources/${to.slice('@resources/'.length)}`;
      else if (to.startsWith('.'))
        target = relative(root, resolve(dirname(file), to))
          .split(sep)
          .join('/');
      const problem = judge({ from, to, target });
      if (problem) problems.push(problem);
    }
  }
  return problems;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = checkArrows(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exit(1);
  process.stdout.write('Arrows between folders: all one way.\n');
}
