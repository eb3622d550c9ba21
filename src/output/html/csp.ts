import { createHash } from 'node:crypto';

/** Data that a browser does not run, and so needs no hash. */
const inert = /type="application\/(?:ld\+)?json"/;

const hashOf = (code: string): string => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

/** The sources of one directive: the hashes of a page's inline elements of that name, each once, or nothing at all. */
function sources(html: string, element: 'script' | 'style'): string {
  const inline = html.matchAll(new RegExp(`<${element}([^>]*)>([\\s\\S]*?)</${element}>`, 'g'));
  const hashes = [...inline]
    .filter(([, attributes = '']) => !inert.test(attributes))
    .map(([, , code = '']) => hashOf(code));
  return [...new Set(hashes)].join(' ') || "'none'";
}

/** The page with a content security policy of its own: only its inline scripts and styles, its own images and files, nothing else. */
export function withPolicy(html: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${sources(html, 'script')}`,
    `style-src ${sources(html, 'style')}`,
    "img-src 'self'",
    // No script asks for anything, but whoever audits a page reads robots.txt and llms.txt with the page's own rights.
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
  return html.replace(
    '<meta charset="utf-8">',
    (charset) => `${charset}<meta http-equiv="content-security-policy" content="${policy}">`,
  );
}
