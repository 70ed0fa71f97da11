import type { TokenVector } from '@shared/match/kernels/tokens';

/** Two lists of tokens as ascending ids of one dictionary; repeated tokens stay repeated. */
export function idsOf(a: readonly string[], b: readonly string[]): [Uint32Array, Uint32Array] {
  const ids = new Map<string, number>();
  const encode = (tokens: readonly string[]): Uint32Array =>
    Uint32Array.from(tokens, (token) => {
      const id = ids.get(token) ?? ids.size;
      ids.set(token, id);
      return id;
    }).sort();
  return [encode(a), encode(b)];
}

/** Distinct ids with equal weights, scaled to unit length. */
export function vectorOf(ids: Uint32Array): TokenVector {
  const distinct = Uint32Array.from(new Set(ids));
  return { ids: distinct, weights: new Float32Array(distinct.length).fill(1 / Math.sqrt(distinct.length)) };
}
