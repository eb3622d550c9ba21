/** Lets the reader choose light or dark against the system's choice; a cookie holds the choice for a year, and no server reads it. */
customElements.define(
  'tier-theme',
  class extends HTMLElement {
    connectedCallback(): void {
      const root = document.documentElement.dataset;
      for (const input of this.querySelectorAll('input')) {
        input.checked = input.value === root['theme'];
        input.onchange = () => {
          document.cookie = `colours=${(root['theme'] = input.value)};path=/;max-age=31536000`;
        };
      }
    }
  },
);
