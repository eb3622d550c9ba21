import { absolute } from '../site/urls.ts';

export const GET = () => new Response(`User-agent: *\nAllow: /\nSitemap: ${absolute('sitemap.xml')}\n`);
