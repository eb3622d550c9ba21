import { isReply, type Answer } from '../domain/propose/draft.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A requirement with its answer. After "no", further fields ask what is missing. */
export class TierQuestion extends HTMLElement {
  /** The requirement's id. */
  get about(): string {
    return this.dataset['about']!;
  }

  get answer(): Answer {
    const value = this.querySelector<HTMLInputElement>('[type=radio]:checked')?.value;
    const reply = isReply(value) ? value : '';
    return {
      reply,
      as: this.#field('as').value,
      from: Number(this.#field('from').value),
      note: this.#field('note').value,
    };
  }

  set answer(answer: Answer) {
    for (const radio of this.querySelectorAll<HTMLInputElement>('[type=radio]'))
      radio.checked = radio.value === answer.reply;
    for (const key of ['as', 'from', 'note'] as const) this.#field(key).value = String(answer[key]);
    this.unfold();
  }

  /** Shows the fields that belong to the current reply. */
  unfold(): void {
    this.querySelector<HTMLElement>('[data-when=no]')!.hidden = this.answer.reply !== 'no';
  }

  /** Shows the question only if its requirement applies to the category. */
  askFor(category: string): void {
    this.hidden = !this.dataset['asked']!.split(' ').includes(category);
  }

  #field(name: keyof Answer): Field {
    return this.querySelector<Field>(`[data-field=${name}]`)!;
  }
}

customElements.define('tier-question', TierQuestion);
