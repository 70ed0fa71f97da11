/**
 * Collections of the project state under change: untouched ones come out as the very array or record that went in, so
 * that a person's one decision leaves the identity of everything else alone.
 */

/** A list in which each key stands once; setting a key again replaces its item in place. */
export class KeyedList<T> {
  #items: Map<string, T> | null = null;

  constructor(
    private readonly before: readonly T[],
    private readonly keyOf: (item: T) => string,
  ) {}

  get(key: string): T | undefined {
    return this.#open().get(key);
  }

  has(key: string): boolean {
    return this.#open().has(key);
  }

  set(item: T): void {
    this.#open().set(this.keyOf(item), item);
  }

  /** Sets the item and moves it to the end, for lists whose order is the order of doing. */
  setLast(item: T): void {
    this.#open().delete(this.keyOf(item));
    this.set(item);
  }

  /** Sets the item unless its key is taken. */
  setFirst(item: T): void {
    if (!this.has(this.keyOf(item))) this.set(item);
  }

  delete(key: string): void {
    if (this.has(key)) this.#open().delete(key);
  }

  finish(): readonly T[] {
    return this.#items ? [...this.#items.values()] : this.before;
  }

  #open(): Map<string, T> {
    this.#items ??= new Map(this.before.map((item) => [this.keyOf(item), item]));
    return this.#items;
  }
}

/** A list that only grows. */
export class GrowingList<T> {
  #items: T[] | null = null;

  constructor(private readonly before: readonly T[]) {}

  push(item: T): void {
    this.#items ??= [...this.before];
    this.#items.push(item);
  }

  finish(): readonly T[] {
    return this.#items ?? this.before;
  }
}

/** A record by name, without prototype. */
export class Dictionary<T> {
  #items: Record<string, T> | null = null;

  constructor(private readonly before: Readonly<Record<string, T>>) {}

  get(key: string): T | undefined {
    const items = this.#items ?? this.before;
    return Object.hasOwn(items, key) ? items[key] : undefined;
  }

  set(key: string, item: T): void {
    this.#open()[key] = item;
  }

  delete(key: string): void {
    if (this.get(key) !== undefined) delete this.#open()[key];
  }

  finish(): Readonly<Record<string, T>> {
    return this.#items ?? this.before;
  }

  #open(): Record<string, T> {
    this.#items ??= Object.assign(emptyRecord<T>(), this.before);
    return this.#items;
  }
}

/** A record that inherits nothing, so that no name finds what was not put in. */
export function emptyRecord<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}
