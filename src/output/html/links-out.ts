import { blocks, list } from '../markdown/write.ts';

/** A page of the built site, as it is written. */
export interface WrittenPage {
  page: string;
  html: string;
}

/** Whether an address still leads somewhere; `unclear` where its server would not say. */
export type Verdict = 'alive' | 'dead' | 'unclear';

/** Forms that ask a reader to sign in first, so that nobody else can see whether they are there. */
const behindSignIn = /\/issues\/new\?|\/edit\//;

/** The addresses that lead out of a site, without their fragments, each with the first page that has it. */
export function linksOut(pages: readonly WrittenPage[], own: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { page, html } of pages) {
    for (const [, written = ''] of html.matchAll(/\shref="(https?:\/\/[^"]+)"/g)) {
      const [url = ''] = written.replace(/&(?:amp|#38|#x26);/g, '&').split('#');
      if (!url.startsWith(`${own}/`) && !behindSignIn.test(url) && !found.has(url)) found.set(url, page);
    }
  }
  return found;
}

/** What the last status of an address means; without one, no server answered. */
export function judged(status: number | undefined): Verdict {
  if (status === undefined || status === 404 || status === 410) return 'dead';
  return status < 400 ? 'alive' : 'unclear';
}

/** The text of an issue about dead links; empty where there is none, whatever else is unclear. */
export function linksMarkdown(links: ReadonlyMap<string, string>, verdicts: ReadonlyMap<string, Verdict>): string {
  const those = (verdict: Verdict) =>
    [...links].filter(([url]) => verdicts.get(url) === verdict).map(([url, page]) => `\`${url}\`, on \`${page}\``);
  const [dead, unclear] = [those('dead'), those('unclear')];
  if (dead.length === 0) return '';
  return `${blocks('These addresses lead nowhere any more:', list(dead), ...(unclear.length > 0 ? ['These would not say:', list(unclear)] : []))}\n`;
}
