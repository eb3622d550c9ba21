import {
  matches,
  needles,
  noCounts,
  readQuery,
  reason,
  tierPhrases,
  writeQuery,
  type Counts,
  type Filter,
  type Values,
} from '../domain/filter/filter.ts';
import { ignoredWords, inWords, outcome } from '../domain/filter/outcome.ts';
import { counted } from '../domain/words.ts';
import { readLine, showLine, sorted, type Line } from './filter-rows.ts';

/** What is a pause in typing, in milliseconds. */
const pause = 300;

/** A table with the heading above it. */
class FilteredSection {
  #section: HTMLElement;
  #lines: Line[] | undefined;
  #table: HTMLTableElement | null;
  #sorted: Filter['sort'] = '';
  readonly tier: string;
  readonly total: number;
  /** Of the tier, as its heading has them. */
  readonly words: string;

  constructor(section: HTMLElement) {
    const { tier = '', total } = section.dataset;
    this.#section = section;
    this.tier = tier;
    this.total = +total!;
    this.words = section.querySelector('h2')!.textContent.trim();
    this.#table = section.querySelector('table');
  }

  /** The rows in their own order, read when they are first needed. */
  lines = (): Line[] =>
    (this.#lines ??= [...(this.#table?.tBodies[0]?.rows ?? [])].map((row) => readLine(row, this.tier)));

  sort(by: Filter['sort']): void {
    if (by === this.#sorted) return;
    this.#sorted = by;
    this.#table?.tBodies[0]!.append(...sorted(this.lines(), by).map(({ row }) => row));
  }

  /** Says how many of the rows match, and is gone where none is shown. */
  count(shown: number, narrowed: boolean): void {
    this.#section.hidden = narrowed && shown === 0;
    this.#section.querySelector('[data-count]')!.textContent =
      `${shown < this.total ? `${shown} of ` : ''}${counted(this.total, 'feature')}`;
  }
}

/** Filters and sorts the rows of the tables in it; the address holds what is asked for. */
class TierFilter extends HTMLElement {
  #form = this.querySelector('form')!;
  #field = this.querySelector<HTMLInputElement>('[type=search]')!;
  #sort = this.querySelector('select')!;
  #output = this.querySelector('output')!;
  #buttons = [...this.#output.parentElement!.querySelectorAll('button')];
  #boxes = [...this.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
  #sections = [...this.querySelectorAll<HTMLElement>('[data-total]')].map((section) => new FilteredSection(section));
  #total = this.#sections.reduce((sum, { total }) => sum + total, 0);
  #phrases = this.#sections.flatMap(({ words, tier }) => tierPhrases(words, tier));
  #options: Values = Object.fromEntries(
    [...new Set(this.#boxes.map(({ name }) => name))].map((kind) => [
      kind,
      this.#boxes.filter(({ name }) => name === kind).map(({ value }) => value),
    ]),
  );
  #ignored: string[] = [];
  /** The row that the address names, which is shown in any case. */
  #linked: Element | null | undefined;
  /** What the address says, without what was ignored in it. */
  #query = '';
  /** Whether typing made the newest entry of the history, so that more typing replaces it. */
  #typed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the newest run of the filter found. */
  #sentence = '';

  connectedCallback(): void {
    const form = this.#form;
    this.#arrive(true);
    window.onpopstate = () => this.#arrive();
    // Some browsers fill the fields of a page that they come back to after its scripts have run; WebKit empties them
    // after this event.
    addEventListener('pageshow', () =>
      setTimeout(() => {
        if (writeQuery(this.#filter()) !== this.#query) this.#arrive();
      }),
    );
    document.onkeydown = (event) => this.#key(event);
    form.oninput = (event) => {
      // What an input method has not finished is nothing yet.
      if (!(event as InputEvent).isComposing) this.#change(event.target === this.#field);
    };
    form.addEventListener('compositionend', () => this.#change(true));
    form.onchange = () => this.#settle(false);
    form.onsubmit = () => {
      this.#settle(false);
      this.#showFirst();
      return false;
    };
    form.onclick = ({ target }) => {
      const { name } = (target as Element).closest('button') ?? {};
      if (name === 'clear') {
        this.#clear();
        this.#field.focus();
      } else if (name === 'copy') void this.#copy();
    };
    // A list that covers the rows goes once the reader is elsewhere.
    document.addEventListener('focusin', ({ target }) => this.#close(target as Node));
    document.addEventListener('pointerdown', ({ target }) => this.#close(target as Node));
  }

  /** Closes the open list unless the reader is in it, and gives its button. */
  #close(at?: Node): HTMLElement | null | undefined {
    const open = this.querySelector<HTMLDetailsElement>('details[open]');
    if (!open || (at && open.contains(at))) return undefined;
    open.open = false;
    return open.querySelector('summary');
  }

  /**
   * Makes the form and the rows say what the address says; brings into sight the row that it names, or what a link's
   * filter found.
   */
  #arrive(byLink?: boolean): void {
    const { filter, ignored } = readQuery(location.search, this.#options);
    const linked = document.getElementById(location.hash.slice(1));
    this.#ignored = ignored;
    this.#query = writeQuery(filter);
    this.#linked = linked?.closest('tr');
    this.#field.value = filter.q;
    this.#sort.value = filter.sort;
    for (const box of this.#boxes) box.checked = filter.chosen[box.name]!.includes(box.value);
    this.#run();
    this.#settle(false);
    // Who has scrolled meanwhile, or is back where they were, stays there.
    if (location.search)
      (linked ?? (byLink && !scrollY ? this.#output.parentElement : null))?.scrollIntoView({ block: 'nearest' });
  }

  /** The reader has changed the form. */
  #change(typing: boolean): void {
    this.#ignored = [];
    this.#linked = null;
    this.#run();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settle(typing), pause);
  }

  /** Once it is clear what the reader wants: writes the address, and says how many rows there are. */
  #settle(typing: boolean): void {
    clearTimeout(this.#timer);
    const query = writeQuery(this.#filter());
    if (query !== this.#query)
      history[this.#typed && typing ? 'replaceState' : 'pushState'](null, '', location.pathname + query);
    this.#typed = typing;
    this.#query = query;
    this.#say(this.#sentence);
  }

  #filter(): Filter {
    const fields = new FormData(this.#form) as unknown as Record<string, string>;
    return readQuery(`${new URLSearchParams(fields)}`, this.#options).filter;
  }

  /** Shows the rows that match, with their counts. */
  #run(): void {
    const filter = this.#filter();
    const sought = needles(filter.q, this.#phrases);
    const counts = noCounts(this.#options);
    const isNarrowed = writeQuery({ ...filter, sort: '' }) !== '';
    let all = 0;
    for (const section of this.#sections) {
      let shown = 0;
      for (const line of section.lines()) {
        const why = matches(line, filter, sought, counts) ? reason(line, sought, line.also, line.note) : undefined;
        const shownBecause = why ?? (line.row === this.#linked ? 'Shown because your link points to it' : undefined);
        showLine(line, shownBecause);
        if (shownBecause !== undefined) shown += 1;
      }
      section.count(shown, isNarrowed);
      section.sort(filter.sort);
      all += shown;
    }
    this.#countBoxes(counts);
    const words = inWords(
      filter,
      // Both may be any text of content, which no selector could hold as it is.
      (kind, value) =>
        this.#boxes.find((box) => box.name === kind && box.value === value)!.nextElementSibling!.textContent,
    );
    this.#sentence = outcome(words, all, this.#total) + ignoredWords(this.#ignored);
    for (const button of this.#buttons) button.hidden = !isNarrowed && !filter.sort;
  }

  #countBoxes(counts: Counts): void {
    for (const box of this.#boxes) {
      const label = box.parentElement!;
      // A value that no row has is offered only where the address chose it.
      if (box.checked) label.hidden = false;
      label.lastElementChild!.textContent = `(${counts.of[box.name]!.get(box.value) ?? 0})`;
    }
  }

  /** Brings the first match into sight, and lets a phone put its keyboard away. */
  #showFirst(): void {
    this.#field.blur();
    this.querySelector('tbody tr:not([hidden])')?.scrollIntoView({ block: 'center' });
  }

  #say(words: string): void {
    if (this.#output.textContent !== words) this.#output.textContent = words;
  }

  #clear(): void {
    // A box of the form may have the name of a method.
    HTMLFormElement.prototype.reset.call(this.#form);
    this.#change(false);
    this.#settle(false);
  }

  async #copy(): Promise<void> {
    this.#settle(false);
    try {
      await navigator.clipboard.writeText(location.origin + location.pathname + this.#query);
      this.#say('Link copied');
    } catch {
      this.#say('Copy it from the address bar');
    }
    setTimeout(() => this.#say(this.#sentence), 4000);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === '/' && (event.ctrlKey || event.metaKey)) {
      this.#field.focus();
      this.#field.select();
    } else if (event.key === 'Escape') {
      const button = this.#close();
      if (button) button.focus();
      else if (this.#query || this.#field.value) this.#clear();
      else return;
    } else return;
    event.preventDefault();
  }
}

customElements.define('tier-filter', TierFilter);
