import { firstDraft, parseDraft, unanswered, type Draft } from '../domain/propose/draft.ts';
import type { PlainCategory } from '../domain/plain-catalogue.ts';
import { progress, support } from '../domain/propose/supported-tier.ts';
import { readSubject, writeSubject, type ProposalData } from '../domain/propose/subject.ts';
import { labelAt } from '../domain/tier.ts';
import { inSentence, isoDay, withoutBackticks } from '../domain/text.ts';
import { fittingAddress } from '../output/propose/issue-form.ts';
import { proposalAnswer, proposalVerdict } from '../output/propose/proposal-answer.ts';
import { proposalForm } from '../output/propose/proposal-form.ts';
import { proposalMarkdown } from '../output/propose/proposal-markdown.ts';
import type { TierAnswer } from './tier-answer.ts';
import './tier-answer.ts';
import type { TierQuestion } from './tier-question.ts';
import './tier-question.ts';

/** Shows which tier the answers to the requirements support. Drafts are stored on the device only. */
class TierProposal extends HTMLElement {
  #data!: ProposalData;
  #about!: ReturnType<typeof readSubject>;
  #waiting = 0;
  /** The draft before a reset, until the next answer. */
  #undo: Draft | undefined;

  connectedCallback(): void {
    this.#data = JSON.parse(this.#part('script').textContent);
    const subject = this.#part<HTMLSelectElement>('[data-subject]');
    subject.append(...this.#data.categories.map((category) => this.#subjects(category)));
    this.addEventListener('input', ({ target }) => (target === subject ? this.#turnTo(subject.value) : this.#save()));
    this.#part('[data-restart]').addEventListener('click', () => this.#restart());
    addEventListener('popstate', () => this.#load());
    addEventListener('beforeprint', () => {
      for (const tier of this.#tiers) tier.open = true;
    });
    this.#load();
    this.#part('[data-copies]').hidden = false;
  }

  #part<E extends HTMLElement>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  /**
   * Options for a new feature of a category and for all of its tracked features. The script adds them, since a long
   * list in the HTML would slow down the first rendering.
   */
  #subjects({ id: category, label, plural }: PlainCategory): HTMLOptGroupElement {
    const group = Object.assign(document.createElement('optgroup'), { label: plural });
    group.append(new Option(`New ${inSentence(label)}`, writeSubject({ category })));
    for (const feature of this.#data.features) {
      if (feature.category === category && feature.level !== null)
        group.append(
          new Option(
            `${withoutBackticks(feature.name)}, in ${labelAt(this.#data.tiers, feature.level)}`,
            writeSubject({ category, feature }),
          ),
        );
    }
    return group;
  }

  get #questions(): TierQuestion[] {
    return [...this.querySelectorAll<TierQuestion>('tier-question')];
  }

  get #tiers(): HTMLDetailsElement[] {
    return [...this.querySelectorAll<HTMLDetailsElement>('[data-tier]')];
  }

  get #besides(): HTMLTextAreaElement[] {
    return [...this.querySelectorAll<HTMLTextAreaElement>('[data-besides]')];
  }

  #named(key: 'name' | 'description'): HTMLInputElement {
    return this.#part(`[data-new] [data-field=${key}]`);
  }

  /** The local storage key of the current draft. */
  get #key(): string {
    return `proposal${writeSubject(this.#about)}`;
  }

  #turnTo(query: string): void {
    history.pushState(null, '', location.pathname + query);
    this.#load();
  }

  #load(): void {
    this.#about = readSubject(this.#data, location.search);
    this.#part<HTMLSelectElement>('[data-subject]').value = writeSubject(this.#about);
    const isKnown = this.#about.feature !== undefined;
    this.#part('[data-new]').hidden = isKnown;
    this.#part('[data-known]').hidden = !isKnown;
    for (const question of this.#questions) question.askFor(this.#about.category);
    const storedDraft = stored(() => localStorage.getItem(this.#key));
    const draft = storedDraft ? parseDraft(this.#data, storedDraft) : firstDraft(this.#data, this.#about);
    this.#offerUndo(undefined);
    this.#fill(draft);
    // Only the tier to work on next is open.
    const { next } = support(this.#data, this.#about.category, draft);
    for (const tier of this.#tiers) tier.open = tier.dataset['tier'] === String(next);
  }

  /** Resets the form, or undoes the reset. */
  #restart(): void {
    const before = this.#undo;
    if (before) {
      this.#fill(before);
      this.#save();
    } else {
      const draft = this.#draft();
      stored(() => localStorage.removeItem(this.#key));
      this.#fill(firstDraft(this.#data, this.#about));
      this.#offerUndo(draft);
    }
  }

  #offerUndo(draft: Draft | undefined): void {
    this.#undo = draft;
    this.#part('[data-restart]').textContent = draft ? 'Undo reset' : 'Reset form';
  }

  #draft = (): Draft => ({
    name: this.#named('name').value,
    description: this.#named('description').value,
    answers: Object.fromEntries(this.#questions.map((question) => [question.about, question.answer])),
    others: Object.fromEntries(this.#besides.map((it) => [it.dataset['besides'], it.value])),
  });

  #save(): void {
    const draft = this.#draft();
    this.#offerUndo(undefined);
    stored(() => localStorage.setItem(this.#key, JSON.stringify(draft)));
    for (const question of this.#questions) question.unfold();
    this.#show(draft);
  }

  #fill(draft: Draft): void {
    for (const key of ['name', 'description'] as const) this.#named(key).value = draft[key];
    for (const it of this.#questions)
      it.answer = draft.answers[it.about] ?? unanswered({ level: Number(it.dataset['level']) });
    for (const it of this.#besides) it.value = draft.others[it.dataset['besides']!] ?? '';
    // The answer is slow to build, so the browser may paint and handle input first.
    this.#waiting = window.setTimeout(() => this.#show(draft));
  }

  #show(draft: Draft): void {
    // A pending call would show an older draft.
    clearTimeout(this.#waiting);
    const { category } = this.#about;
    const { folder, repository, policyText } = this.#data;
    const date = isoDay(new Date());
    const proposal = { category, draft, support: support(this.#data, category, draft), date, folder, repository };
    const answer = this.#part<TierAnswer>('tier-answer');
    answer.show(proposalAnswer(this.#data, this.#about, proposal));
    const verdictText = proposalVerdict(this.#data, this.#about, proposal.support);
    const verdict = this.#part('[data-verdict]');
    // A screen reader announces every write, so only changes are written.
    if (verdict.textContent !== verdictText) verdict.textContent = verdictText;
    const counts = progress(this.#data, category, draft);
    for (const tier of this.#tiers) {
      const { questions, answered } = counts.get(Number(tier.dataset['tier'])) ?? { questions: 0, answered: 0 };
      tier.querySelector('[data-progress]')!.textContent = `${answered} of ${questions} answered`;
    }
    const full = proposalMarkdown(this.#data, this.#about, proposal, answer.toAddress, policyText);
    this.#part('[data-holds=markdown]').textContent = full;
    const short = proposalMarkdown(this.#data, this.#about, proposal, answer.toAddress);
    const { form, fields, answers } = proposalForm(this.#data, this.#about, proposal);
    this.#showLinks({
      'Open a new issue with these answers':
        repository && fittingAddress({ url: repository }, form, fields, answers, [full, short]),
      'Send by email': `mailto:?subject=${encodeURIComponent(fields['title'] ?? '')}&body=${encodeURIComponent(short)}`,
    });
  }

  /** Shows links that carry the answers in their address. */
  #showLinks(addresses: Record<string, string | undefined>): void {
    const links = Object.entries(addresses).flatMap(([textContent, href]) =>
      href
        ? [Object.assign(document.createElement('a'), { className: 'button', rel: 'noopener', href, textContent })]
        : [],
    );
    this.#part('[data-issue]').replaceChildren(...links);
  }
}

/** Accesses local storage. If the browser forbids it, answers last only until the page is closed. */
function stored<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

// A separate task, so that a slow phone stays responsive after it has parsed the page. The form is inactive until then.
setTimeout(() => customElements.define('tier-proposal', TierProposal));
