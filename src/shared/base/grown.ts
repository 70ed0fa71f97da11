type Numbers = Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** A copy with room for more: twice the length, or `least` where that is more. What is new is zero. */
export function grown<T extends Numbers>(array: T, least = 0): T {
  const OfKind = array.constructor as new (length: number) => T;
  const bigger = new OfKind(Math.max(least, array.length * 2));
  bigger.set(array);
  return bigger;
}
