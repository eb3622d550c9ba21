// npm run addresses: adds the site's new addresses to the list of addresses that must keep working.
import { writeFileSync } from 'node:fs';
import { addressList, withAddresses } from '../check/address-list.ts';
import { checkContent } from '../check/check-content.ts';
import { disk } from '../check/files.ts';
import { readEnvironment } from '../check/environment.ts';
import { ContentError } from '../check/problem.ts';
import { everyAddress } from '../domain/addresses/every-address.ts';
import { counted } from '../domain/text.ts';
import { runCommand, print } from './run-command.ts';

const remark =
  '# Every address that was ever published. "npm run addresses" adds new ones. If you delete a line, say why in the commit.\n';

await runCommand(() => {
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
