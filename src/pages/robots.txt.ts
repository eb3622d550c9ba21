import { address } from '../domain/addresses/address.ts';
import { respond } from '../site/respond.ts';
import { absolute } from '../site/href.ts';

export const GET = () => respond(`User-agent: *\nAllow: /\nSitemap: ${absolute(address.sitemap)}\n`, 'txt');
