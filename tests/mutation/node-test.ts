// Stands in for node:test where mutants are tried: collects tests, so that they can run again and again in one process.
interface Context {
  after: (work: () => unknown) => void;
}
type Body = (context: Context) => unknown;

interface Collected {
  name: string;
  body: Body;
}

let collected: Collected[] = [];
let waiting: Promise<unknown>[] = [];
let groups: string[] = [];

/** Keeps a test for later. */
export function test(name: string, body: Body): void {
  collected.push({ name: [...groups, name].join(' > '), body });
}

/** Collects the tests of a group; they bear its name. */
export function describe(name: string, body: () => unknown): void {
  groups.push(name);
  waiting.push(Promise.resolve(body()));
  groups.pop();
}

/** Imports a file and runs its tests up to the first that fails; answers how it failed, or nothing. */
export async function firstFailure(file: string): Promise<string | undefined> {
  [collected, waiting, groups] = [[], [], []];
  try {
    await import(file);
    await Promise.all(waiting);
  } catch (error) {
    return `the file: ${String(error)}`;
  }
  for (const { name, body } of collected) {
    const ends: (() => unknown)[] = [];
    try {
      await body({ after: (work) => void ends.push(work) });
    } catch (error) {
      return `${name}: ${String(error)}`;
    } finally {
      for (const end of ends) await end();
    }
  }
  return collected.length > 0 ? undefined : 'the file has no tests';
}

export default test;
