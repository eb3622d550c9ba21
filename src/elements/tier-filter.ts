import {
  kinds,
  matches,
  needles,
  noCounts,
  readQuery,
  reason,
  writeQuery,
  type Counts,
  type Filter,
  type Kind,
} from '../domain/filter/filter.ts';
import { ignoredWords, inWords, outcome } from '../domain/filter/words.ts';
import { counted } from '../domain/words.ts';
import { readLine, showLine, type Line } from './filter-rows.ts';
import { sortable } from './filter-sort.ts';

/** What is a pause in typing, in milliseconds. */
const pause = 300;

/** A table with the heading above it. */
class FilteredSection {
  #section: HTMLElement;
  #lines: Line[] | undefined;
  readonly tier: string;
  readonly total: number;
  readonly table: HTMLTableElement | null;

  constructor(section: HTMLElement) {
    const { tier = '', total } = section.dataset;
    this.#section = section;
    this.tier = tier;
    this.total = +total!;
    this.table = section.querySelector('table');
  }

  /** The rows in their own order, read when they are first needed. */
  lines = (): Line[] =>
    (this.#lines ??= [...(this.table?.tBodies[0]?.rows ?? [])].map((row) => readLine(row, this.tier)));

  /** Says how many of the rows would match if every tier were chosen, and hides a table that shows none. */
  count(shown: number, matching: number): void {
    if (this.table) this.table.hidden = shown === 0;
    this.#section.querySelector('[data-count]')!.textContent =
      `${matching < this.total ? `${matching} of ` : ''}${counted(this.total, 'feature')}`;
  }
}

/** Filters and sorts the rows of the tables in it; the address holds what is asked for. */
class TierFilter extends HTMLElement {
  #form = this.querySelector('form')!;
  #field = this.querySelector<HTMLInputElement>('[type=search]')!;
  #output = this.querySelector('output')!;
  #boxes = [...this.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
  #sections = [...this.querySelectorAll<HTMLElement>('[data-total]')].map((section) => new FilteredSection(section));
  #total = this.#sections.reduce((sum, { total }) => sum + total, 0);
  #options = Object.fromEntries(
    kinds.map((kind) => [kind, this.#boxes.filter(({ name }) => name === kind).map(({ value }) => value)]),
  ) as Record<Kind, string[]>;
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
    for (const { table, lines } of this.#sections) if (table) sortable(table, lines);
    this.#arrive(true);
    window.onpopstate = () => this.#arrive();
    document.onkeydown = (event) => this.#key(event);
    form.oninput = ({ target }) => this.#change(target === this.#field);
    form.onchange = () => this.#settle(false);
    form.onsubmit = () => {
      this.#settle(false);
      return false;
    };
    form.onclick = ({ target }) => this.#press((target as Element).closest('button'));
  }

  /** Makes the form and the rows say what the address says; brings into sight the row that it names, or what a link's filter found. */
  #arrive(byLink?: boolean): void {
    const { filter, ignored } = readQuery(location.search, this.#options);
    const linked = document.getElementById(location.hash.slice(1));
    this.#ignored = ignored;
    this.#query = writeQuery(filter);
    this.#linked = linked?.closest('tr');
    this.#field.value = filter.q;
    for (const box of this.#boxes) box.checked = filter[box.name as Kind].includes(box.value);
    this.#run();
    this.#settle(false);
    // Who has scrolled meanwhile, or is back where they were, stays there.
    if (location.search) (linked ?? (byLink && !scrollY ? this.#output : null))?.scrollIntoView({ block: 'nearest' });
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
    const sought = needles(filter.q);
    const counts = noCounts();
    for (const section of this.#sections) {
      let shown = 0;
      for (const line of section.lines()) {
        const why = matches(line, filter, sought, counts) ? reason(line, sought, line.also, line.note) : undefined;
        const shownBecause = why ?? (line.row === this.#linked ? 'named by the address' : undefined);
        showLine(line, shownBecause);
        if (shownBecause !== undefined) shown += 1;
      }
      const isChosen = filter.tier.length === 0 || filter.tier.includes(section.tier);
      section.count(shown, isChosen ? (counts.tier.get(section.tier) ?? 0) : 0);
    }
    this.#countBoxes(counts);
    const words = inWords(
      filter,
      (kind, value) => this.querySelector(`[name=${kind}][value="${value}"] + span`)!.textContent,
    );
    this.#sentence = outcome(words, counts.matching, this.#total) + ignoredWords(this.#ignored);
  }

  #countBoxes(counts: Counts): void {
    for (const box of this.#boxes) {
      const label = box.parentElement!;
      label.hidden &&= !box.checked;
      label.lastElementChild!.textContent = `(${counts[box.name as Kind].get(box.value) ?? 0})`;
    }
  }

  #say(words: string): void {
    if (this.#output.textContent !== words) this.#output.textContent = words;
  }

  #clear(): void {
    this.#form.reset();
    this.#change(false);
    this.#settle(false);
  }

  #press(button: HTMLButtonElement | null): void {
    if (!button) return;
    const panel = document.getElementById(button.value);
    if (panel) button.ariaExpanded = `${!(panel.hidden = !panel.hidden)}`;
    else if (button.name === 'clear') {
      this.#clear();
      this.#field.focus();
    } else if (button.name === 'copy') void this.#copy();
  }

  async #copy(): Promise<void> {
    this.#settle(false);
    try {
      await navigator.clipboard.writeText(location.origin + location.pathname + this.#query);
      this.#say('Link copied.');
    } catch {
      this.#say('Copy it from the address bar.');
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === '/' && event.target !== this.#field) {
      this.#field.focus();
      this.#field.select();
    } else if (event.key === 'Escape' && (this.#query || this.#field.value)) this.#clear();
    else return;
    event.preventDefault();
  }
}

customElements.define('tier-filter', TierFilter);
