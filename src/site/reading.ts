import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { checkContent, type CheckedContent } from '../check/check-content.ts';
import { readEnvironment } from '../check/environment.ts';
import { keyOf, knownData } from '../check/parse-file.ts';
import { keep, writeWhole } from './cache.ts';
import { engineDigest } from './engine.ts';

let reading: CheckedContent | undefined;

/** The content, read and checked once, whoever asks. */
export const readOnce = (): CheckedContent => (reading ??= recalling(readAgain));

/** The content as it is now, for whoever asks from now on; as it was last, where it has a mistake. */
export function readAgain(): CheckedContent {
  const now = checkContent(readEnvironment().content);
  if (now.catalogue) reading = now;
  return now;
}

const memory = '.cache/read';

/** Reads with what earlier builds have read of the same files, and keeps what it has read for the next. */
function recalling(read: () => CheckedContent): CheckedContent {
  const path = join(memory, engineDigest());
  const kept = existsSync(path) ? (deserialize(readFileSync(path)) as typeof knownData) : new Map<string, unknown>();
  for (const [key, data] of kept) knownData.set(key, data);
  const now = read();
  if (knownData.size > kept.size) {
    const { site, categories, ...folders } = now.content;
    const keys = [
      ...[site, categories].map((file) => keyOf(file?.text ?? '', false)),
      ...Object.values(folders)
        .flat()
        .map(({ text }) => keyOf(text, true)),
    ];
    writeWhole(
      path,
      serialize(new Map(keys.filter((key) => knownData.has(key)).map((key) => [key, knownData.get(key)]))),
    );
  }
  keep(path);
  return now;
}
