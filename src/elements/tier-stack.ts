import type { PlainCatalogue } from '../domain/plain-catalogue.ts';
import { combine, readChoice, writeChoice } from '../domain/stack/stack.ts';
import { markdownOf } from '../output/stack/answer-blocks.ts';
import { question, stackAnswer, verdict } from '../output/stack/stack-answer.ts';
import type { TierAnswer } from './tier-answer.ts';
import './tier-answer.ts';

/** Shows how well a combination of features is supported. The query of the address holds the selection. */
class TierStack extends HTMLElement {
  #catalogue!: PlainCatalogue;

  connectedCallback(): void {
    this.#catalogue = JSON.parse(this.#part('script').textContent);
    this.addEventListener('change', () => this.#choose(this.#boxes.filter((box) => box.checked)));
    this.#part('[data-clear]').addEventListener('click', () => this.#choose([]));
    addEventListener('popstate', () => this.#read());
    this.#read();
  }

  #part<E extends HTMLElement>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  get #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
  }

  #choose(boxes: readonly HTMLInputElement[]): void {
    history.pushState(null, '', location.pathname + writeChoice(boxes.map((box) => ({ id: box.value }))));
    this.#read();
  }

  /** Applies the address to the page. */
  #read(): void {
    const choice = readChoice(this.#catalogue.features, location.search);
    const { members } = choice;
    for (const box of this.#boxes) {
      box.checked = members.some(({ id }) => id === box.value);
      // A feature that is no longer tracked is hidden unless the address selects it.
      if (box.dataset['removed'] !== undefined) box.labels![0]!.hidden = !box.checked;
    }
    this.#show(choice);
  }

  #show(choice: ReturnType<typeof readChoice>): void {
    const { members } = choice;
    const answer = this.#part<TierAnswer>('tier-answer');
    const verdictText = verdict(this.#catalogue, choice);
    const level = combine(members)?.level;
    for (const mark of this.querySelectorAll<HTMLElement>('[data-mark]'))
      mark.hidden = mark.dataset['mark'] !== String(level);
    const shape = this.querySelector<HTMLElement>('[data-mark]:not([hidden])')?.dataset['shape'];
    this.#part('.verdict').className = `live verdict ${shape ? `tier-${shape}` : ''}`;
    this.#part('[data-verdict]').replaceChildren(...answer.say(verdictText));
    const blocks = members.length > 0 ? stackAnswer(this.#catalogue, members) : [];
    answer.show(blocks);
    this.#part('[data-copies]').hidden = blocks.length === 0;
    this.#part('[data-holds=markdown]').textContent = markdownOf(
      [question(members), { kind: 'says', spans: verdictText }, ...blocks],
      answer.toAddress,
    );
    this.#part('[data-holds=link]').textContent = location.href;
  }
}

// A separate task, so that a slow phone stays responsive after it has parsed the page. The form is inactive until then.
setTimeout(() => customElements.define('tier-stack', TierStack));
