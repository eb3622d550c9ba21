import { kinds, needles, noCounts, readQuery, writeQuery, type Filter, type Kind } from '../domain/filter/filter.ts';
import { ignoredWords, inWords, outcome } from '../domain/filter/words.ts';
import { counted } from '../domain/words.ts';
import { matchGroup, hideGroup, showRows, type Group, type Job } from './filter-rows.ts';
import { sortable } from './filter-sort.ts';

/** How long work may hold up the page, after what time a key is painted, and what is a pause in typing, in milliseconds. */
const slice = 4;
const painted = 32;
const pause = 300;

const after = (time: number): Promise<unknown> => new Promise((resume) => setTimeout(resume, time));

/** Filters and sorts the rows of the tables in it; the address holds what is asked for. */
class TierFilter extends HTMLElement {
  #form = this.querySelector('form')!;
  #field = this.querySelector<HTMLInputElement>('[type=search]')!;
  #output = this.querySelector('output')!;
  #boxes = [...this.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
  #sections = [...this.querySelectorAll<HTMLElement>('[data-total]')].map((section) => {
    const { tier = '', total } = section.dataset;
    const table = section.querySelector('table');
    const groups = [...(table?.tBodies ?? [])].map((body): Group => ({ body, tier: [tier] }));
    return { tier, total: +total!, table, groups, count: section.querySelector('[data-count]')! };
  });
  #groups = this.#sections.flatMap(({ groups }) => groups);
  #total = this.#sections.reduce((sum, { total }) => sum + total, 0);
  #options = Object.fromEntries(
    kinds.map((kind) => [kind, this.#boxes.filter(({ name }) => name === kind).map(({ value }) => value)]),
  ) as Record<Kind, string[]>;
  #ignored: string[] = [];
  #linked: Job['linked'];
  /** What the address says, without what was ignored in it. */
  #query = '';
  /** Whether typing made the newest entry of the history, so that more typing replaces it. */
  #typed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The newest run of the filter, and what it found. */
  #turn = 0;
  #job: Job | undefined;
  #done!: Promise<void>;

  connectedCallback(): void {
    const form = this.#form;
    for (const { table, groups } of this.#sections) if (table) sortable(table, groups, () => this.#run());
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
    if (location.search)
      void this.#done.then(() =>
        (linked ?? (byLink && !scrollY ? this.#output : null))?.scrollIntoView({ block: 'nearest' }),
      );
  }

  /** The reader has changed the form. */
  #change(typing: boolean): void {
    this.#ignored = [];
    this.#linked = null;
    this.#run(after(painted));
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
    const turn = this.#turn;
    void this.#done.then(() => turn === this.#turn && this.#say(this.#sentence(this.#job!)));
  }

  #filter(): Filter {
    const fields = new FormData(this.#form) as unknown as Record<string, string>;
    return readQuery(`${new URLSearchParams(fields)}`, this.#options).filter;
  }

  #run(start?: Promise<unknown>): void {
    this.#done = this.#work((this.#turn += 1), start);
  }

  /** Finds what matches, then shows it from the top down; a newer turn ends it. */
  async #work(turn: number, start?: Promise<unknown>): Promise<void> {
    await start;
    if (turn !== this.#turn) return;
    const filter = this.#filter();
    const job = (this.#job = { filter, sought: needles(filter.q), counts: noCounts(), linked: this.#linked });
    let until = performance.now() + slice;
    const each = async (work: (group: Group, job: Job) => void) => {
      for (const group of this.#groups) {
        if (performance.now() > until) {
          await after(0);
          until = performance.now() + slice;
        }
        if (turn !== this.#turn) return;
        work(group, job);
      }
    };
    await each(matchGroup);
    if (turn !== this.#turn) return;
    this.#count(job);
    this.#groups.forEach(hideGroup);
    // A screen of rows first, so that those after it are far away, and not laid out, when they come.
    let room = 20;
    this.#groups.some((group) => {
      showRows(group);
      return (room -= group.shown!) < 0;
    });
    await after(painted);
    await each(showRows);
  }

  #count({ filter, counts }: Job): void {
    for (const { tier, total, table, groups, count } of this.#sections) {
      const left = filter.tier.length === 0 || filter.tier.includes(tier) ? (counts.tier.get(tier) ?? 0) : 0;
      if (table) table.hidden = !groups.some(({ shown }) => shown);
      count.textContent = `${left < total ? `${left} of ` : ''}${counted(total, 'feature')}`;
    }
    for (const box of this.#boxes) {
      const label = box.parentElement!;
      label.hidden &&= !box.checked;
      label.lastElementChild!.textContent = `(${counts[box.name as Kind].get(box.value) ?? 0})`;
    }
  }

  #sentence({ filter, counts }: Job): string {
    const words = inWords(
      filter,
      (kind, value) => this.querySelector(`[name=${kind}][value="${value}"] + span`)!.textContent,
    );
    return outcome(words, counts.matching, this.#total) + ignoredWords(this.#ignored);
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
    await this.#done;
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
