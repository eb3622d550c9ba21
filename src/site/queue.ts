/** Shares out a list among threads, all of which have it in the same order. */
export class Queue {
  readonly shared: SharedArrayBuffer;
  readonly #taken: Int32Array;

  /** A new one, or the one that another thread has begun. */
  constructor(shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.shared = shared;
    this.#taken = new Int32Array(shared);
  }

  /** The things that no thread has taken yet, one by one. */
  *of<Thing>(list: readonly Thing[]): Generator<Thing> {
    for (let at = this.#next(); at < list.length; at = this.#next()) yield list[at] as Thing;
  }

  #next = (): number => Atomics.add(this.#taken, 0, 1);
}
