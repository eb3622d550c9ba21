/** Switches between the light, dark and system theme. A cookie stores the choice for a year; no server reads it. */
customElements.define(
  'tier-theme',
  class extends HTMLElement {
    connectedCallback(): void {
      const root = document.documentElement.dataset;
      this.onchange = ({ target }) => {
        root['theme'] = (target as HTMLInputElement).value;
        document.cookie = `theme=${root['theme']};path=/;max-age=31536000`;
      };
      const read = (): void => {
        root['theme'] = document.cookie.match(/\btheme=(light|dark)/)?.[1] ?? 'auto';
        this.querySelector<HTMLInputElement>(`[value=${root['theme']}]`)!.checked = true;
      };
      // No event reports a change made in another tab, or since this page was put into the back/forward cache.
      window.onpageshow = read;
      window.onfocus = read;
      document.onvisibilitychange = read;
      read();
    }
  },
);
