/**
 * Keys of stages by what they are of. A model is of one state of the project, in which none of its keys changes; the same
 * one is asked for by every stage above it, and each time hashes all it covers.
 */
export class KeyMemo {
  readonly #keys = new Map<string, string>();

  /** The key of what these words name, made when it is first asked for. */
  of(words: readonly string[], make: () => string): string {
    const name = JSON.stringify(words);
    let key = this.#keys.get(name);
    if (key === undefined) {
      key = make();
      this.#keys.set(name, key);
    }
    return key;
  }
}
