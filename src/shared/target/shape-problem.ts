import type { z } from 'zod';

/** The first problem of the shape, with the place in words: `object "Account", field "Name": maxLength: …`. */
export function shapeProblem(error: z.ZodError, json: unknown): string {
  const issue = error.issues[0];
  if (!issue) return 'its content has an unknown problem';
  const place: string[] = [];
  let rest: string[] = [];
  let at: unknown = json;
  for (const [depth, step] of issue.path.entries()) {
    at = child(at, step);
    const parent = issue.path[depth - 1];
    if (typeof step === 'number' && (parent === 'objects' || parent === 'fields')) {
      place.push(`${parent === 'objects' ? 'object' : 'field'} ${title(at, step)}`);
      rest = [];
    } else rest.push(typeof step === 'number' ? `item ${step + 1}` : String(step));
  }
  const where = [place.join(', '), rest.join(', ')].filter((part) => part !== '').join(': ');
  const what = issue.message.slice(0, 200);
  return where === '' ? what : `${where}: ${what}`;
}

function child(value: unknown, step: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return Reflect.get(value, step);
}

function title(value: unknown, index: number): string {
  const name = child(value, 'api') ?? child(value, 'name');
  return typeof name === 'string' && name !== '' ? `"${name.slice(0, 80)}"` : `number ${index + 1}`;
}
