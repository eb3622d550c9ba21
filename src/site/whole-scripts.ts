import type { Plugin } from 'vite';

/**
 * Bundles each element's script whole, with its own copy of what it imports, so that every script can stand in its page:
 * a page needs no second request, and its content security policy allows what it holds and nothing else.
 */
export const wholeScripts = (): Plugin => ({
  name: 'whole-scripts',
  apply: 'build',
  enforce: 'pre',
  config: () => ({ build: { assetsInlineLimit: (path) => (path.endsWith('.js') ? true : undefined) } }),
  async resolveId(source, importer, options) {
    const owner =
      /[?&]whole=([^&]+)/.exec(importer ?? '')?.[1] ??
      (importer?.includes('type=script') ? /\/(tier-[\w-]+)\.ts$/.exec(source)?.[1] : undefined);
    if (!owner || !source.startsWith('.')) return null;
    const resolved = await this.resolve(source, importer?.replace(/\?whole=.*$/, ''), { ...options, skipSelf: true });
    return resolved && { ...resolved, id: `${resolved.id}?whole=${owner}` };
  },
});
