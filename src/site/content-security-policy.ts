import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** How a policy names an inline script or style that may run. */
export const hash = (code: string): `sha256-${string}` =>
  `sha256-${createHash('sha256').update(code).digest('base64')}`;

/**
 * The policy in the head of every page: its own files, the scripts and styles that Astro has bundled, and nothing else.
 * Astro adds their hashes; those of inline scripts of ours are named here.
 */
export const contentSecurityPolicy = (inlineScripts: readonly string[]) => ({
  directives: [
    "default-src 'none'",
    "img-src 'self'",
    // No script asks for anything, but whoever audits a page reads robots.txt and llms.txt with the page's own rights.
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ] as const,
  scriptDirective: {
    resources: ["'self'"],
    hashes: inlineScripts.map(hash),
  },
  // Every style is in the page, so none may be fetched. Astro writes 'self' where nothing is named; what is named here
  // allows nothing.
  styleDirective: { resources: ["'report-sample'"] },
});

/** Fails a build in which a page has no policy. */
export const requirePolicy = (): AstroIntegration => ({
  name: 'content-security-policy',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir);
      const bare = globSync('**/*.html', { cwd: folder, withFileTypes: true })
        .filter((it) => it.isFile())
        .map((it) => join(it.parentPath, it.name))
        .filter((page) => !readFileSync(page, 'utf8').includes('<meta http-equiv="content-security-policy"'));
      if (bare.length > 0) throw new Error(`no content security policy: ${bare.join(', ')}`);
    },
  },
});
