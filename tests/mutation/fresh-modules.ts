// Loads files of ours anew for every run, so that what they compute when they are loaded is computed by the mutant too;
// packages are loaded once. Their text is stripped of its types once.
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = pathToFileURL(`${process.cwd()}/`).href;
const stand = new URL('node-test.ts', import.meta.url).href;
const stripped = new Map<string, string>();
let run = 0;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'node:test') return { url: stand, shortCircuit: true };
    const resolved = next(specifier, context);
    const own = resolved.url.startsWith(root) && /\/(?:src|tests\/(?!mutation\/))/.test(resolved.url);
    return own ? { ...resolved, url: `${resolved.url.split('?')[0] ?? ''}?run=${run}` } : resolved;
  },
  load(url, context, next) {
    const [path = ''] = url.split('?');
    if (!url.includes('?run=') || !path.endsWith('.ts')) return next(url, context);
    const source = stripped.get(path) ?? stripTypeScriptTypes(readFileSync(fileURLToPath(path), 'utf8'));
    stripped.set(path, source);
    return { format: 'module', source, shortCircuit: true };
  },
});

/** The address under which a file is loaded as if for the first time. */
export function fresh(path: string): string {
  run += 1;
  return `${pathToFileURL(path).href}?run=${run}`;
}
