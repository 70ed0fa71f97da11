/** Pairs of values of one column, as codes, and the place each came from. Filled and emptied again and again. */
export class ValuePairs {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly at: Uint32Array;
  count = 0;

  constructor(readonly capacity: number) {
    this.a = new Uint32Array(capacity);
    this.b = new Uint32Array(capacity);
    this.at = new Uint32Array(capacity);
  }
}
