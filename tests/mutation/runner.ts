// Runs the unit tests for StrykerJS in its own process: each test file is one test to it, loaded anew for each mutant.
// A module is tried by the test that mirrors it alone; what other tests would notice does not count. It is also quick.
import { globSync } from 'node:fs';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import type {
  DryRunResult,
  MutantRunOptions,
  MutantRunResult,
  TestResult,
  TestRunner,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { fresh } from './fresh-modules.ts';
import { firstFailure } from './node-test.ts';

/** What the instrumented code and StrykerJS tell each other. */
interface Namespace {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}
const shared = globalThis as unknown as Record<string, Namespace>;
const namespace: Namespace = (shared[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

/** Lists of rules have no test of their own: that of the list of all of them is theirs. */
const heldBy: Record<string, string> = { 'domain/breaches': 'domain/rules', 'domain/tensions': 'domain/rules' };

const files = globSync('tests/unit/{domain,formats,schema}/**/*.test.ts').toSorted();

// A failure is enough; the smallest example of it would cost seconds.
fc.configureGlobal({ endOnFailure: true });

class UnitTests implements TestRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const file of files) {
      namespace.currentTestId = file;
      const start = performance.now();
      const failureMessage = await firstFailure(fresh(file));
      const about = { id: file, name: file, fileName: file, timeSpentMs: performance.now() - start };
      tests.push(
        failureMessage
          ? { ...about, status: TestStatus.Failed, failureMessage }
          : { ...about, status: TestStatus.Success },
      );
    }
    namespace.currentTestId = undefined;
    const { mutantCoverage } = namespace;
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun({
    activeMutant,
    testFilter = files,
    hitLimit,
    sandboxFileName,
  }: MutantRunOptions): Promise<MutantRunResult> {
    Object.assign(namespace, {
      activeMutant: activeMutant.id,
      hitLimit,
      hitCount: hitLimit === undefined ? undefined : 0,
    });
    const own = /src\/(.*)\.ts$/.exec(sandboxFileName)?.[1] ?? '';
    const mirror = `tests/unit/${heldBy[own] ?? own}.test.ts`;
    const order = testFilter.includes(mirror) ? [mirror] : testFilter;
    for (const [index, file] of order.entries()) {
      const failureMessage = await firstFailure(fresh(file));
      const timeout = determineHitLimitReached(namespace.hitCount, namespace.hitLimit);
      if (timeout) return toMutantRunResult(timeout);
      if (failureMessage)
        return { status: MutantRunStatus.Killed, killedBy: [file], failureMessage, nrOfTests: index + 1 };
    }
    return { status: MutantRunStatus.Survived, nrOfTests: order.length };
  }
}

/** What StrykerJS looks for in a plugin. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'unit-tests', UnitTests)];
