import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkArrows, importsOf, judge } from '../../scripts/check-arrows';

describe('arrows between folders', () => {
  it.each([
    ['src/shared/match/cluster.ts', '../table/column', 'src/shared/table/column', null],
    [
      'src/shared/table/column.ts',
      '../match/cluster',
      'src/shared/match/cluster',
      /"table" may not import "match"/,
    ],
    ['src/shared/match/cluster.ts', '@mantine/core', null, /domain may not import/],
    ['src/shared/match/cluster.ts', 'node:fs', null, /domain may not import/],
    ['src/renderer/app/app.tsx', '@shared/table/types', 'src/shared/table/types', null],
    [
      'src/renderer/app/app.tsx',
      '../../main/files/lock',
      'src/main/files/lock',
      /renderer may not import main/,
    ],
    [
      'src/shared/host/types.ts',
      '../../renderer/app/app',
      'src/renderer/app/app',
      /shared may not import renderer/,
    ],
    ['src/shared/target/catalogue.ts', '@resources/targets/x.json', 'resources/targets/x.json', null],
    ['src/shared/misc/x.ts', '../base/result', 'src/shared/base/result', /has no place in the order/],
  ])('%s importing %s', (from, to, target, problem) => {
    const judged = judge({ from, to, target });
    if (problem) expect(judged).toMatch(problem);
    else expect(judged).toBeNull();
  });

  it('finds static, dynamic, side-effect and worker imports', () => {
    const text = `import a from './a';\nimport './b.css';\nawait import('./c');\nexport { d } from './d';\nnew Worker(new URL('./e.ts', import.meta.url));`;
    expect(importsOf(text)).toEqual(['./a', './b.css', './c', './d', './e.ts']);
  });

  it('hold in this repository', () => {
    expect(checkArrows(resolve(import.meta.dirname, '../..'))).toEqual([]);
  });
});
