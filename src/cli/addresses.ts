// npm run addresses: adds every new address of the site to the content's list of those that must never be lost.
import { writeFileSync } from 'node:fs';
import { addressList, withAddresses } from '../check/addresses.ts';
import { checkContent } from '../check/check-content.ts';
import { contentDir, disk } from '../check/disk.ts';
import { report } from '../check/report.ts';
import { everyAddress } from '../domain/addresses.ts';
import { counted } from '../domain/words.ts';

const checked = checkContent(contentDir);
const list = addressList(contentDir);
const text = disk.text(list) ?? '# Every address that was ever published. "npm run addresses" adds new ones; a line goes only with its reason.\n';
if (checked.catalogue) {
  const next = withAddresses(text, everyAddress(checked.catalogue));
  if (next !== text) writeFileSync(list, next);
  console.log(`${list} lists every address: ${counted(next.split('\n/').length - 1, 'line')}.`);
} else {
  console.log(report(checked).join('\n'));
  process.exitCode = 1;
}
