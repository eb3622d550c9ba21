/** Adds a button that copies a text. If the browser forbids copying, the text is shown and selected instead. */
class TierCopy extends HTMLElement {
  readonly #button = document.createElement('button');
  readonly #said = document.createElement('output');

  connectedCallback(): void {
    this.#button.type = 'button';
    this.#button.className = 'button';
    this.#button.textContent = this.getAttribute('label');
    this.#button.onclick = () => void this.#copy();
    // The button goes above a block of text, and after a single line.
    this[this.querySelector('pre') ? 'prepend' : 'append'](this.#button, this.#said);
  }

  async #copy(): Promise<void> {
    const text = this.querySelector<HTMLElement>('pre, code');
    if (!text) return;
    this.#said.textContent = '';
    try {
      await navigator.clipboard.writeText(text.textContent);
      this.#said.textContent = 'Copied';
      setTimeout(() => {
        this.#said.textContent = '';
      }, 4000);
    } catch {
      text.hidden = false;
      getSelection()?.selectAllChildren(text);
      this.#said.textContent = 'The browser does not allow copying here. The text is selected for you to copy.';
    }
  }
}

customElements.define('tier-copy', TierCopy);
