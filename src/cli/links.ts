// npm run links [-- FOLDER]: asks each address to elsewhere that a built site has whether it still leads somewhere, and
// writes those that do not as Markdown; nothing where all do. Asks one thing at a time of each host.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CommandError } from '../check/problem.ts';
import { readEnvironment } from '../check/environment.ts';
import { judged, linksMarkdown, linksOut, type Verdict } from '../output/html/links-out.ts';
import { attempt } from './run-command.ts';

/** Before a server that failed or refused is asked again, in milliseconds. */
const patience = Number(process.env['LINKS_PATIENCE'] ?? 10_000);

/** The last status of an address; nothing where no server answers. Not all of them know HEAD. */
async function statusOf(url: string): Promise<number | undefined> {
  let status: number | undefined;
  for (const method of ['HEAD', 'GET', 'GET', 'GET']) {
    const answer = await fetch(url, { method, signal: AbortSignal.timeout(20_000) }).catch(() => undefined);
    await answer?.body?.cancel();
    status = answer?.status;
    if (judged(status) === 'alive' || (method === 'GET' && status && judged(status) === 'dead')) break;
    if (method === 'GET') await pause(patience);
  }
  return status;
}

async function ask(urls: readonly string[]): Promise<Map<string, Verdict>> {
  const found = new Map<string, Verdict>();
  const hosts = Object.values(Object.groupBy(urls, (url) => new URL(url).host));
  await Promise.all(
    hosts.map(async (ofHost = []) => {
      for (const url of ofHost) found.set(url, judged(await statusOf(url)));
    }),
  );
  return found;
}

await attempt(async () => {
  const { out, site } = readEnvironment();
  const [folder = out] = process.argv.slice(2);
  const pages = globSync('**/*.html', { cwd: folder }).sort();
  if (pages.length === 0) throw new CommandError(`${folder} is not a built site; "npm run build" makes one in ${out}`);
  const links = linksOut(
    pages.map((page) => ({ page, html: readFileSync(join(folder, page), 'utf8') })),
    site,
  );
  process.stdout.write(linksMarkdown(links, await ask([...links.keys()])));
});
