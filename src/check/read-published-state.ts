import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { address } from '../domain/addresses/address.ts';
import { escapeInvisible } from '../domain/invisible.ts';
import { stateIndex, stateItems, type PublishedState } from '../schema/published-state.ts';
import { CommandError } from './problem.ts';

// Limits that keep a large file from filling memory. A policy with a thousand features needs far less.
const mostBytes = 16 << 20;
const mostItems = { features: 5000, changes: 50_000, others: 500 };
const mostWithin = 200;
const mostCharacters = 100_000;
const deepest = 8;

/**
 * Reads the published data of a built site, or of its api/v1 folder. The data may come from anybody, so an error
 * message never quotes it.
 */
export function readPublishedState(folder: string, out: string): PublishedState {
  const api = [join(folder, address.api('')), folder].find((path) => existsSync(join(path, 'features.json')));
  if (api === undefined)
    throw new CommandError(escapeInvisible(`${folder} is not a built site; "npm run build" makes one in ${out}`));
  return {
    index: readIndex(join(api, 'index.json')),
    features: readList(api, 'features', stateItems.features) ?? [],
    tiers: readList(api, 'tiers', stateItems.tiers),
    requirements: readList(api, 'requirements', stateItems.requirements),
    categories: readList(api, 'categories', stateItems.categories),
    policy: readList(api, 'policy', stateItems.policy),
    changes: readList(api, 'changes', stateItems.changes),
    policyChanges: readList(api, 'policyChanges', stateItems.policyChanges, 'changes'),
  };
}

function readIndex(file: string): PublishedState['index'] {
  const data = readJson(file);
  return data === undefined ? undefined : parse(file, '', stateIndex, data);
}

/** Reads a list from the file named after it, or from another file. Older versions of that file may lack the list. */
function readList<T extends z.ZodType>(api: string, key: string, item: T, name = key): z.output<T>[] | undefined {
  const file = join(api, `${name}.json`);
  const data = readJson(file);
  if (data === undefined) return undefined;
  const has = typeof data === 'object' && data !== null && Object.hasOwn(data, key);
  if (!has && name !== key) return undefined;
  const list: unknown = has && Reflect.get(data, key);
  if (!Array.isArray(list)) throw refusal(file, `has no list "${key}"`);
  const most = key === 'features' || key === 'changes' ? mostItems[key] : mostItems.others;
  if (list.length > most) throw refusal(file, `lists ${list.length} ${key}; at most ${most} are read`);
  // Parse item by item, to stop at the first mistake.
  return list.map((it: unknown, index) => parse(file, `${key}[${index}]`, item, it));
}

/** The data of a file; undefined if there is no file. */
function readJson(file: string): unknown {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (!stats.isFile()) throw refusal(file, 'is not a regular file');
  if (stats.size > mostBytes) throw refusal(file, `has ${stats.size} bytes; at most ${mostBytes} are read`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    // The parser's own message would quote the file.
    throw refusal(file, 'is not JSON');
  }
}

function parse<T extends z.ZodType>(file: string, at: string, schema: T, data: unknown): z.output<T> {
  if (isExcessive(data)) throw refusal(file, `holds more at ${at || 'its top'} than any policy does`);
  const { data: value, error } = schema.safeParse(data);
  if (!error) return value as z.output<T>;
  // The path is safe to show: every part is a key of the schema or a number.
  const [{ path, message } = { path: [], message: '' }] = error.issues;
  const keys = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const where = `${at}${keys}`.replace(/^\./, '') || 'its top';
  throw refusal(file, `does not fit the published schema at ${where} (${message.replace(/^Invalid input: /, '')})`);
}

/** Whether a value has a list, text or depth so large that parsing it by a schema could take too long. */
function isExcessive(data: unknown, depth = 0): boolean {
  if (typeof data === 'string') return data.length > mostCharacters;
  if (typeof data !== 'object' || data === null) return false;
  if (depth > deepest || (Array.isArray(data) && data.length > mostWithin)) return true;
  return Object.values(data).some((it) => isExcessive(it, depth + 1));
}

const refusal = (file: string, what: string): CommandError =>
  new CommandError(escapeInvisible(`${file} ${what}; build that site again with "npm run build"`));
