// A copy of the project where builds leave the project's own output and caches alone.
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generateContent } from './generate-content.ts';
import type { Size } from './part.ts';

const parts = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** What one build took. */
export interface Built {
  seconds: number;
  /** The most memory that one of its processes held, in MB. */
  memory: number;
}

/** The folder for what the benchmark makes; it may be deleted. */
export const benchFolder = (name: string): string =>
  join(tmpdir(), `bench-${createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8)}`, name);

/** Makes a copy of the project anew, with generated content of a size, or with its own. */
export function makeWorkspace(size: Size): string {
  const folder = benchFolder(String(size));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of parts) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  if (size === 'own') cpSync('content', join(folder, 'content'), { recursive: true });
  else generateContent(join(folder, 'content'), size);
  return folder;
}

/** Forgets everything that an earlier build left. */
export const forget = (folder: string): void =>
  ['dist', '.cache', '.astro'].forEach((part) => putAway(join(folder, part)));

/** Moves a folder out of the way until all is measured: a disk that has just deleted thousands of files makes new ones slowly. */
export function putAway(path: string): void {
  if (!existsSync(path)) return;
  const away = benchFolder('away');
  mkdirSync(away, { recursive: true });
  renameSync(path, join(away, randomUUID()));
}

process.on('exit', () => rmSync(benchFolder('away'), { recursive: true, force: true }));

/** Builds a workspace with its default command. */
export const buildSite = (folder: string): Promise<Built> => run(folder, ['src/cli/build.ts']);

/** Runs Node in a folder; throws with what it printed where it fails. */
export async function run(folder: string, args: readonly string[]): Promise<Built> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  let memory = 0;
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => printed.push(String(text)));
  (child.stdio[3] as NodeJS.ReadableStream).on(
    'data',
    (text) => (memory = Math.max(memory, ...String(text).trim().split('\n').map(Number))),
  );
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(printed.join(''));
  return { seconds: (performance.now() - started) / 1000, memory: memory / 1024 };
}

/** Whoever runs the benchmark may have set what changes a build; the child tells its memory, in KB, as it ends. */
function environment(): NodeJS.ProcessEnv {
  const { CONTENT_DIR: _, OUT_DIR: __, BASE_PATH: ___, SITE_URL: ____, ...rest } = process.env;
  const tell = `import { writeSync } from 'node:fs'; process.on('exit', () => { try { writeSync(3, process.resourceUsage().maxRSS + '\\n'); } catch {} });`;
  return {
    ...rest,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tell)}`,
  };
}

/** Every file of a built site with the digest of its bytes. */
export const digests = (folder: string): Map<string, string> =>
  new Map(
    filesIn(folder).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();

/** How many files a built site has, and how many MB. */
export const extent = (folder: string): { files: number; megabytes: number } => {
  const files = filesIn(folder);
  return {
    files: files.length,
    megabytes: Math.round(files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0) / 1e5) / 10,
  };
};
