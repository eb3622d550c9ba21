import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Installs packages in a separate folder, outside the project's dependencies, unless they are there already. */
export function install(
  folder: string,
  packages: Readonly<Record<string, string>>,
  note: (text: string) => void,
): void {
  const [wanted, done] = [join(folder, 'package.json'), join(folder, 'installed')];
  const text = `${JSON.stringify({ private: true, dependencies: packages }, null, 2)}\n`;
  if (existsSync(done) && readFileSync(done, 'utf8') === text) return;
  note(`installing ${Object.keys(packages).join(', ')}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(wanted, text);
  const args = [
    'install',
    '--prefix',
    resolve(folder),
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--loglevel=error',
  ];
  execFileSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  writeFileSync(done, text);
}
