import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The hash source that allows an inline script or style. */
export const hash = (code: string): `sha256-${string}` =>
  `sha256-${createHash('sha256').update(code).digest('base64')}`;

/**
 * The policy in the head of every page. It allows only files of the site, and the scripts and styles that Astro
 * bundles. Astro adds their hashes; `inlineScripts` are those that Astro does not process. `frame-ancestors` does not
 * work in a page; public/_headers has it.
 */
export const contentSecurityPolicy = (inlineScripts: readonly string[]) => ({
  directives: [
    "default-src 'none'",
    "img-src 'self'",
    // No script fetches anything, but audit tools fetch robots.txt and llms.txt from within the page.
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ] as const,
  scriptDirective: {
    resources: ["'self'"],
    hashes: inlineScripts.map(hash),
  },
  // All styles are inline. Without a resource, Astro would add 'self'; 'report-sample' allows nothing.
  styleDirective: { resources: ["'report-sample'"] },
});

/** Fails the build if a page has no policy. */
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
