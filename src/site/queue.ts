/** A list's places, each of which one of several threads takes. */
export class Queue {
  readonly shared: SharedArrayBuffer;
  readonly #taken: Int32Array;

  /** A new one, or the one that another thread has begun. */
  constructor(shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.shared = shared;
    this.#taken = new Int32Array(shared);
  }

  /** The things in a list that nobody takes before, one by one. */
  *of<Thing>(list: readonly Thing[]): Generator<Thing> {
    for (let at = this.#next(); at < list.length; at = this.#next()) yield list[at] as Thing;
  }

  #next = (): number => Atomics.add(this.#taken, 0, 1);
}
