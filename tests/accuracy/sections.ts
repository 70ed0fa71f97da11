import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';

const FILE = resolve(import.meta.dirname, '../../docs/benchmarks.md');

/** Replaces the text between `<!-- name:begin -->` and `<!-- name:end -->` in docs/benchmarks.md; appends it if absent. */
export function writeSection(name: string, text: string): void {
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const page = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '# Benchmarks\n';
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  const body = `${begin}\n${text.trim()}\n${end}`;
  const next =
    from >= 0 && to > from
      ? page.slice(0, from) + body + page.slice(to + end.length)
      : `${page.trimEnd()}\n\n${body}\n`;
  writeFileSync(FILE, next);
}

/** The machine the figures were taken on. */
export function machine(): string {
  const list = cpus();
  return `${list.length} × ${list[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}, ${process.platform}`;
}
