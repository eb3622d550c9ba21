/** Lets the reader choose light or dark against the system's choice; the choice stays on the device. */
class TierTheme extends HTMLElement {
  connectedCallback(): void {
    const { dataset } = document.documentElement;
    for (const input of this.querySelectorAll('input')) input.checked = input.value === dataset['theme'];
    this.onchange = ({ target }) => {
      dataset['theme'] = (target as HTMLInputElement).value;
      try {
        localStorage['theme'] = dataset['theme'];
      } catch {
        // Where nothing may be kept, the choice holds for this page.
      }
    };
  }
}

customElements.define('tier-theme', TierTheme);
