/** Lets the reader choose light or dark against the system's choice; a cookie is asked to hold that for a year, and no server reads it. */
customElements.define(
  'tier-theme',
  class extends HTMLElement {
    connectedCallback(): void {
      const root = document.documentElement.dataset;
      this.onchange = ({ target }) => {
        document.cookie = `colours=${(root['theme'] = (target as HTMLInputElement).value)};path=/;max-age=31536000`;
      };
      // A browser that goes back brings the page as it was, and what was chosen on another page since is not in it.
      window.onpageshow = () => {
        root['theme'] = document.cookie.match(/\bcolours=(light|dark)/)?.[1] ?? 'auto';
        this.querySelector<HTMLInputElement>(`[value=${root['theme']}]`)!.checked = true;
      };
    }
  },
);
