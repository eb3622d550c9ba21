// A copy of the project, whose builds do not touch the project's own output and caches.
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generateContent } from './generate-content.ts';

/** A number of invented features, or those of the project's own content. */
export type Size = number | 'own';

/** The cost of one build. */
export interface Built {
  seconds: number;
  /** The peak memory of its largest process in MB. */
  memory: number;
}

/** A folder for files of the benchmark; it may be deleted. */
export const benchFolder = (name: string): string =>
  join(tmpdir(), `bench-${createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8)}`, name);

/** Makes a new copy of the project, with generated content of a size, or with its own. */
export function makeWorkspace(size: Size): string {
  const folder = benchFolder(String(size));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(part, join(folder, part), { recursive: true });
  // Above the workspace, so that Vite's cache in "node_modules" is the workspace's own.
  const modules = benchFolder('node_modules');
  rmSync(modules, { force: true });
  symlinkSync(resolve('node_modules'), modules);
  if (size === 'own') cpSync('content', join(folder, 'content'), { recursive: true });
  else generateContent(join(folder, 'content'), size);
  return folder;
}

/** Moves folders away until the end: after deleting thousands of files, a disk creates new ones slowly. */
export function putAway(...paths: readonly string[]): void {
  const away = benchFolder('away');
  mkdirSync(away, { recursive: true });
  for (const path of paths) if (existsSync(path)) renameSync(path, join(away, randomUUID()));
}

process.on('exit', () => rmSync(benchFolder('away'), { recursive: true, force: true }));

/** Runs "astro build" in a folder. If it fails, throws an error with its output. */
export async function buildSite(folder: string, astro = resolve('node_modules/astro')): Promise<Built> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(astro, 'bin/astro.mjs'), 'build'], {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  const memory: number[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => printed.push(String(text)));
  child.stdio[3]?.on('data', (text) => memory.push(...String(text).trim().split('\n').map(Number)));
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(printed.join(''));
  return { seconds: (performance.now() - started) / 1000, memory: Math.max(...memory) / 1024 };
}

/** The environment without variables that change a site. Each process reports its memory in KB when it ends. */
function environment(): NodeJS.ProcessEnv {
  const unset = ['CONTENT_DIR', 'OUT_DIR', 'BASE_PATH', 'SITE_URL', 'COMMIT_SHA', 'GITHUB_SHA'];
  const tell = `import { writeSync } from 'node:fs'; process.on('exit', () => { try { writeSync(3, process.resourceUsage().maxRSS + '\\n'); } catch {} });`;
  return {
    ...process.env,
    ...Object.fromEntries(unset.map((name) => [name, undefined])),
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tell)}`,
  };
}
