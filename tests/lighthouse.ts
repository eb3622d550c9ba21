// Lighthouse's scores of a page. Only the deep tests install it: it has 114 packages and 176 MB.
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from '../bench/install.ts';
import { launch } from './browser.ts';

const versions = { lighthouse: '13.5.0' };
export const devices = ['phone', 'desktop'] as const;
export type Device = (typeof devices)[number];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/** The parts of Lighthouse's result that are used here. */
interface Result {
  lhr: {
    categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
    audits: Record<string, { score: number | null; scoreDisplayMode: string; displayValue?: string }>;
  };
}
interface Lighthouse {
  default: (url: string, flags: object, config?: object) => Promise<Result | undefined>;
  desktopConfig: object;
}

/** The scores of a page from 0 to 100 by category, and the audits that lost points. */
export interface Scores {
  scores: Record<string, number>;
  lost: string[];
}

/** A running Lighthouse. */
export interface RunningLighthouse {
  /** Skips the audits with the ids in `without`. */
  measure: (url: string, device: Device, without: readonly string[]) => Promise<Scores>;
  stop: () => Promise<void>;
}

export async function startLighthouse(): Promise<RunningLighthouse> {
  const folder = resolve('.cache/lighthouse');
  install(folder, versions, console.error);
  const { default: run, desktopConfig } = (await import(
    pathToFileURL(join(folder, 'node_modules/lighthouse/core/index.js')).href
  )) as Lighthouse;
  const port = await freePort();
  const browser = await launch(`--remote-debugging-port=${port}`);
  return {
    measure: async (url, device, without) => {
      const result = await run(
        url,
        { port, logLevel: 'error', onlyCategories: categories, skipAudits: without },
        device === 'desktop' ? desktopConfig : undefined,
      );
      if (!result) throw new Error(`Lighthouse has no result for ${url}`);
      return scoresOf(result);
    },
    stop: () => browser.close(),
  };
}

function scoresOf({ lhr: { categories, audits } }: Result): Scores {
  const scores = Object.fromEntries(
    Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
  );
  const refs = Object.values(categories).flatMap(({ auditRefs }) => auditRefs);
  const lost = refs.filter(
    ({ id, weight }) => weight > 0 && audits[id]?.score !== null && (audits[id]?.score ?? 1) < 0.995,
  );
  return { scores, lost: [...new Set(lost.map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim()))] };
}

export const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
