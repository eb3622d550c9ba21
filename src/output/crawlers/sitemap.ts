import type { Absolute } from '../../domain/addresses/address.ts';
import type { PageAddress } from '../../domain/addresses/every-page.ts';
import { escapeXml } from '../svg/escape-xml.ts';

/** A sitemap (sitemaps.org 0.9) of the pages. */
export function sitemap(pages: readonly PageAddress[], absolute: Absolute): string {
  const entries = pages.map(({ path, changed }) => {
    const lastmod = changed ? `<lastmod>${changed}</lastmod>` : '';
    return `<url><loc>${escapeXml(absolute(path))}</loc>${lastmod}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</urlset>
`;
}
