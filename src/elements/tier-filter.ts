import {
  matchAndCount,
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
import { ignoredNote, describeFilter, outcome } from '../domain/filter/outcome.ts';
import { counted } from '../domain/text.ts';
import { readLine, showLine, type FilterRow } from './filter-rows.ts';
import { sorted } from '../domain/filter/sort.ts';

/** How long the reader must stop typing before the address is updated, in milliseconds. */
const typingPause = 300;

/** The section of one tier: a heading with a count, and a table. */
class FilteredSection {
  #section: HTMLElement;
  #lines: FilterRow[] | undefined;
  #table: HTMLTableElement | null;
  #sorted: Filter['sort'] = '';
  readonly tier: string;
  readonly total: number;
  readonly heading: string;

  constructor(section: HTMLElement) {
    const { tier = '', total } = section.dataset;
    this.#section = section;
    this.tier = tier;
    this.total = +total!;
    this.heading = section.querySelector('h2')!.textContent.trim();
    this.#table = section.querySelector('table');
  }

  /** Returns the rows in their original order. They are read on first use. */
  lines = (): FilterRow[] =>
    (this.#lines ??= [...(this.#table?.tBodies[0]?.rows ?? [])].map((row) => readLine(row, this.tier)));

  sort(by: Filter['sort']): void {
    if (by === this.#sorted) return;
    this.#sorted = by;
    this.#table?.tBodies[0]!.append(...sorted(this.lines(), by).map(({ row }) => row));
  }

  /** Updates the count in the heading, and hides the section if the filter leaves no row. */
  count(shown: number, isFiltered: boolean): void {
    this.#section.hidden = isFiltered && shown === 0;
    this.#section.querySelector('[data-count]')!.textContent =
      `${shown < this.total ? `${shown} of ` : ''}${counted(this.total, 'feature')}`;
  }
}

/** Filters and sorts the rows of the tables inside it. The query of the address holds the filter. */
class TierFilter extends HTMLElement {
  #form = this.querySelector('form')!;
  #field = this.querySelector<HTMLInputElement>('[type=search]')!;
  #sort = this.querySelector('select')!;
  #output = this.querySelector('output')!;
  #buttons = [...this.#output.parentElement!.querySelectorAll('button')];
  #boxes = [...this.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
  #sections = [...this.querySelectorAll<HTMLElement>('[data-total]')].map((section) => new FilteredSection(section));
  #total = this.#sections.reduce((sum, { total }) => sum + total, 0);
  #phrases = this.#sections.flatMap(({ heading, tier }) => tierPhrases(heading, tier));
  #options: Values = Object.fromEntries(
    [...new Set(this.#boxes.map(({ name }) => name))].map((kind) => [
      kind,
      this.#boxes.filter(({ name }) => name === kind).map(({ value }) => value),
    ]),
  );
  #renamed = new Map(
    this.#boxes.flatMap(({ name, value, dataset: { former } }) =>
      (former?.split(' ') ?? []).map((it): [string, string] => [`${name}=${it}`, value]),
    ),
  );
  #ignored: string[] = [];
  /** The row that the hash names. It is always shown. */
  #linkedRow: Element | null | undefined;
  /** The query of the address, without ignored keys and values. */
  #query = '';
  /** Whether typing created the newest history entry. If so, more typing replaces that entry. */
  #isTyped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The sentence that says how many features are shown. */
  #summary = '';

  connectedCallback(): void {
    const form = this.#form;
    this.#readAddress(true);
    window.onpopstate = () => this.#readAddress();
    // Some browsers restore form fields only after scripts have run. WebKit empties them after this event.
    addEventListener('pageshow', () =>
      setTimeout(() => {
        if (writeQuery(this.#filter()) !== this.#query) this.#readAddress();
      }),
    );
    document.onkeydown = (event) => this.#key(event);
    form.oninput = (event) => {
      // Unfinished input-method text is ignored until `compositionend`.
      if (!(event as InputEvent).isComposing) this.#formChanged(event.target === this.#field);
    };
    form.addEventListener('compositionend', () => this.#formChanged(true));
    form.onchange = () => this.#writeAddress(false);
    form.onsubmit = () => {
      this.#writeAddress(false);
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
    // An open list covers the rows, so it closes when the reader moves on.
    document.addEventListener('focusin', ({ target }) => this.#closeList(target as Node));
    document.addEventListener('pointerdown', ({ target }) => this.#closeList(target as Node));
  }

  /** Closes the open list unless it contains `node`. Returns the button of the closed list. */
  #closeList(node?: Node): HTMLElement | null | undefined {
    const open = this.querySelector<HTMLDetailsElement>('details[open]');
    if (!open || (node && open.contains(node))) return undefined;
    open.open = false;
    return open.querySelector('summary');
  }

  /** Applies the address to the form and the rows, then scrolls to the row it names or to the result. */
  #readAddress(isFirstLoad?: boolean): void {
    const { filter, ignored } = readQuery(location.search, this.#options, this.#renamed);
    const linked = document.getElementById(location.hash.slice(1));
    this.#ignored = ignored;
    this.#query = writeQuery(filter);
    this.#linkedRow = linked?.closest('tr');
    this.#field.value = filter.q;
    this.#sort.value = filter.sort;
    for (const box of this.#boxes) box.checked = filter.chosen[box.name]!.includes(box.value);
    this.#filterRows();
    this.#writeAddress(false);
    // A reader who has already scrolled, or whose position the browser restored, stays there.
    if (location.search)
      (linked ?? (isFirstLoad && !scrollY ? this.#output.parentElement : null))?.scrollIntoView({ block: 'nearest' });
  }

  /** Filters at once, and writes the address after a pause. */
  #formChanged(isTyping: boolean): void {
    this.#ignored = [];
    this.#linkedRow = null;
    this.#filterRows();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#writeAddress(isTyping), typingPause);
  }

  /** Writes the filter to the address and announces the result. */
  #writeAddress(isTyping: boolean): void {
    clearTimeout(this.#timer);
    const query = writeQuery(this.#filter());
    if (query !== this.#query)
      history[this.#isTyped && isTyping ? 'replaceState' : 'pushState'](null, '', location.pathname + query);
    this.#isTyped = isTyping;
    this.#query = query;
    this.#announce(this.#summary);
  }

  #filter(): Filter {
    const fields = new FormData(this.#form) as unknown as Record<string, string>;
    return readQuery(`${new URLSearchParams(fields)}`, this.#options).filter;
  }

  /** Shows the matching rows and updates every count. */
  #filterRows(): void {
    const filter = this.#filter();
    const sought = needles(filter.q, this.#phrases);
    const counts = noCounts(this.#options);
    const isNarrowed = writeQuery({ ...filter, sort: '' }) !== '';
    let all = 0;
    for (const section of this.#sections) {
      let shown = 0;
      for (const line of section.lines()) {
        const why = matchAndCount(line, filter, sought, counts)
          ? reason(line, sought, line.also, line.note)
          : undefined;
        const shownBecause = why ?? (line.row === this.#linkedRow ? 'Shown because your link points to it' : undefined);
        showLine(line, shownBecause);
        if (shownBecause !== undefined) shown += 1;
      }
      section.count(shown, isNarrowed);
      section.sort(filter.sort);
      all += shown;
    }
    this.#countBoxes(counts);
    const description = describeFilter(
      filter,
      // Content may use any text for both, so a CSS selector would need escaping.
      (kind, value) =>
        this.#boxes.find((box) => box.name === kind && box.value === value)!.nextElementSibling!.textContent,
    );
    this.#summary = outcome(description, all, this.#total) + ignoredNote(this.#ignored);
    for (const button of this.#buttons) button.hidden = !isNarrowed && !filter.sort;
  }

  #countBoxes(counts: Counts): void {
    for (const box of this.#boxes) {
      const label = box.parentElement!;
      // A value that no row has is hidden unless the address selects it.
      if (box.checked) label.hidden = false;
      label.lastElementChild!.textContent = `(${counts.of[box.name]!.get(box.value) ?? 0})`;
    }
  }

  /** Scrolls to the first match. Without focus in the field, a phone hides its keyboard. */
  #showFirst(): void {
    this.#field.blur();
    this.querySelector('tbody tr:not([hidden])')?.scrollIntoView({ block: 'center' });
  }

  #announce(text: string): void {
    if (this.#output.textContent !== text) this.#output.textContent = text;
  }

  #clear(): void {
    // A checkbox named "reset" would shadow the method of the form.
    HTMLFormElement.prototype.reset.call(this.#form);
    this.#formChanged(false);
    this.#writeAddress(false);
  }

  async #copy(): Promise<void> {
    this.#writeAddress(false);
    try {
      await navigator.clipboard.writeText(location.origin + location.pathname + this.#query);
      this.#announce('Link copied');
    } catch {
      this.#announce('Copy the link from the address bar');
    }
    setTimeout(() => this.#announce(this.#summary), 4000);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === '/' && (event.ctrlKey || event.metaKey)) {
      this.#field.focus();
      this.#field.select();
    } else if (event.key === 'Escape') {
      const button = this.#closeList();
      if (button) button.focus();
      else if (this.#query || this.#field.value) this.#clear();
      else return;
    } else return;
    event.preventDefault();
  }
}

customElements.define('tier-filter', TierFilter);
