import { counted } from '../domain/text.ts';

/** Shows only changes of the selected kinds. The query of the address holds the selection. */
class TierChanges extends HTMLElement {
  readonly #boxes = [...this.querySelectorAll('input')];
  /** Whether any line is hidden. */
  #isFiltered = false;

  connectedCallback(): void {
    this.addEventListener('change', () => this.#choose());
    this.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape') return;
      for (const box of this.#boxes) box.checked = false;
      this.#choose();
    });
    window.addEventListener('popstate', () => this.#read());
    this.#read();
  }

  #choose(): void {
    const { href } = this.#address();
    if (href !== location.href) history.pushState(null, '', href);
    this.#show();
  }

  #address(): URL {
    const url = new URL(location.href);
    url.searchParams.delete('kind');
    for (const { checked, value } of this.#boxes) if (checked) url.searchParams.append('kind', value);
    url.hash = '';
    return url;
  }

  #read(): void {
    const kinds = new URL(location.href).searchParams.getAll('kind');
    for (const box of this.#boxes) box.checked = kinds.includes(box.value);
    this.#show();
  }

  #show(): void {
    const kinds = this.#boxes.filter(({ checked }) => checked).map(({ value }) => value);
    // Searching thousands of lines is slow on a phone, so an unfiltered page is left alone.
    if (kinds.length === 0 && !this.#isFiltered) return;
    this.#isFiltered = kinds.length > 0;
    const lines = [...document.querySelectorAll<HTMLElement>('[data-kind]')];
    const shown = lines.filter((line) => {
      line.hidden = kinds.length > 0 && !kinds.includes(line.dataset['kind'] ?? '');
      return !line.hidden;
    });
    for (const group of document.querySelectorAll<HTMLElement>('[data-changes]'))
      group.hidden = !group.querySelector('[data-kind]:not([hidden])');
    const output = this.querySelector('output');
    if (output)
      output.value =
        kinds.length > 0
          ? `${shown.length} of ${counted(lines.length, 'change')}: ${kinds.join(' or ').replaceAll('-', ' ')}`
          : counted(lines.length, 'change');
  }
}

customElements.define('tier-changes', TierChanges);
