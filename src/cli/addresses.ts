// npm run addresses: adds every new address of the site to the content's list of those that must never be lost.
import { writeFileSync } from 'node:fs';
import { addressList, withAddresses } from '../check/address-list.ts';
import { checkContent } from '../check/check-content.ts';
import { disk } from '../check/files.ts';
import { readEnvironment } from '../check/environment.ts';
import { ContentError } from '../check/problem.ts';
import { everyAddress } from '../domain/addresses/every-address.ts';
import { counted } from '../domain/words.ts';
import { attempt, print } from './run-command.ts';

const remark =
  '# Every address that was ever published. "npm run addresses" adds new ones; a line goes only with its reason.\n';

await attempt(() => {
  const { content } = readEnvironment();
  const { catalogue, problems } = checkContent(content);
  if (!catalogue) throw new ContentError(problems);
  const file = addressList(content);
  const before = disk.text(file) ?? remark;
  const after = withAddresses(before, everyAddress(catalogue));
  if (after !== disk.text(file)) writeFileSync(file, after);
  const added = after.split('\n').length - before.split('\n').length;
  print(`${file}: ${counted(added, 'new line')}.`);
});
