import { address } from '../domain/addresses/address.ts';
import { respond } from '../site/respond.ts';
import { absolute } from '../site/urls.ts';

export const GET = () => respond(`User-agent: *\nAllow: /\nSitemap: ${absolute(address.sitemap)}\n`, 'txt');
