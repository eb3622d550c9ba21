const key = 'theme';

/** Lets the reader choose light or dark against the system's choice; the choice stays on the device. */
class TierTheme extends HTMLElement {
  connectedCallback(): void {
    const chosen = document.documentElement.dataset['theme'] ?? 'auto';
    for (const input of this.querySelectorAll('input')) input.checked = input.value === chosen;
    this.addEventListener('change', ({ target }) => this.choose((target as HTMLInputElement).value));
    this.hidden = false;
  }

  private choose(theme: string): void {
    const { dataset } = document.documentElement;
    if (theme === 'auto') delete dataset['theme'];
    else dataset['theme'] = theme;
    try {
      if (theme === 'auto') localStorage.removeItem(key);
      else localStorage.setItem(key, theme);
    } catch {
      // Where nothing may be kept, the choice holds for this page.
    }
  }
}

customElements.define('tier-theme', TierTheme);
