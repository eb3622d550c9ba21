/**
 * Lets the reader choose light or dark against the system's choice; a cookie is asked to hold that for a year, and no
 * server reads it.
 */
customElements.define(
  'tier-theme',
  class extends HTMLElement {
    connectedCallback(): void {
      const root = document.documentElement.dataset;
      this.onchange = ({ target }) => {
        document.cookie = `theme=${(root['theme'] = (target as HTMLInputElement).value)};path=/;max-age=31536000`;
      };
      const read = (): void => {
        root['theme'] = document.cookie.match(/\btheme=(light|dark)/)?.[1] ?? 'auto';
        this.querySelector<HTMLInputElement>(`[value=${root['theme']}]`)!.checked = true;
      };
      // Back brings a page as it was, and another tab may have chosen since; neither tells this page.
      window.onpageshow = document.onvisibilitychange = window.onfocus = read;
      read();
    }
  },
);
