import { hashOf } from '../base/canonical';

const marks = new WeakMap<object, string>();

/**
 * The hash of what `written` says of an object, for the key of a stage; computed once per object in memory. Of one object the
 * same has to be written wherever it is asked for.
 */
export function markOf(object: object, written: () => unknown): string {
  let mark = marks.get(object);
  if (mark === undefined) {
    mark = hashOf(written());
    marks.set(object, mark);
  }
  return mark;
}
