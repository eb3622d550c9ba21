import type { Block, Span } from '../output/stack/answer-blocks.ts';
import './tier-copy.ts';

/** Shows the blocks of an answer. All text is inserted as text, never as HTML. */
export class TierAnswer extends HTMLElement {
  show(blocks: readonly Block[]): void {
    this.replaceChildren(...blocks.map((block) => this.#nodeOf(block)));
  }

  /** Converts spans to nodes. Paths become links below the base in `data-base`. */
  say(spans: readonly Span[]): (Node | string)[] {
    return spans.map(({ text, code, path }) => {
      const content = code ? make('code', text) : text;
      if (path === undefined) return content;
      const link = make('a', content);
      link.href = `${this.dataset['base']}${path}`;
      return link;
    });
  }

  /** Returns the absolute address of a path below the base. */
  toAddress = (path: string): string => `${location.origin}${this.dataset['base']}${path}`;

  #nodeOf(block: Block): Node {
    if (block.kind === 'heading') return make('h2', block.text);
    if (block.kind === 'says') return make('p', ...this.say(block.spans));
    if (block.kind === 'list') return make('ul', ...block.items.map((item) => make('li', ...this.say(item))));
    const copy = make('tier-copy', make('pre', block.text));
    copy.setAttribute('label', `Copy the ${block.label}`);
    return copy;
  }
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, ...children: (Node | string)[]): HTMLElementTagNameMap[K];
function make(tag: string, ...children: (Node | string)[]): HTMLElement;
function make(tag: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

customElements.define('tier-answer', TierAnswer);
