import { address, type Absolute } from '../../domain/addresses/address.ts';
import type { Catalogue } from '../../domain/catalogue/catalogue.ts';
import { replies } from '../../domain/propose/draft.ts';
import { plainCatalogue, type PlainFeature } from '../../domain/plain-catalogue.ts';
import { pairGuarantees, pairTable, platformOf } from '../../domain/stack/pairs.ts';
import { labelAt } from '../../domain/tier.ts';
import { inSentence } from '../../domain/text.ts';
import { pairRule, pageTitles, pageWords } from '../words/page-words.ts';
import { tierTitle } from './tables.ts';
import { bodyMarkdown } from './content-body.ts';
import { blocks, escapeMarkdown, link, list, nameMarkdown, quote, table } from './markdown-syntax.ts';

/** The page that checks a combination, with a table of all pairs if the policy guarantees any. */
export function pairsMarkdown(catalogue: Catalogue, absolute: Absolute): string {
  const intro = blocks(
    `# ${pageTitles.stack}`,
    `${pageWords.stack} The ${link('status page', absolute(address.home))} lists the tier of each feature.`,
  );
  const found = pairTable(plainCatalogue(catalogue));
  if (!found) return intro;
  const name = (feature: PlainFeature) => link(nameMarkdown(feature.name), absolute(address.feature(feature)));
  const platform = platformOf(catalogue.categories);
  const head = found.columns.map(
    ({ level }) =>
      `On ${escapeMarkdown(inSentence(platform?.plural ?? ''))} in ${escapeMarkdown(labelAt(catalogue.tiers, level))}`,
  );
  const guarantees = pairGuarantees(catalogue.requirements);
  return blocks(
    intro,
    `## ${pageWords.pairs}`,
    ...guarantees.map(({ title, body, tier }) =>
      blocks(
        `Under “${escapeMarkdown(title)}”, ${escapeMarkdown(tier.label)} requires:`,
        quote(bodyMarkdown(body, absolute)),
        escapeMarkdown(pairRule(catalogue.tiers, tier)),
      ),
    ),
    list(found.columns.map(({ members }, index) => `${head[index]}: ${members.map(name).join(', ')}`)),
    table(
      ['Features', ...head],
      found.rows.map(({ members, by }) => [
        members.map(name).join(', '),
        ...by.map((it) => (it ? pageWords.covered : pageWords.notCovered)),
      ]),
    ),
  );
}

/** A checklist of all requirements by tier, the lowest tier first. */
export function checklistMarkdown({ tiers, categories }: Catalogue, absolute: Absolute): string {
  return blocks(
    `# ${pageTitles.propose}`,
    pageWords.propose,
    ...tiers
      .toReversed()
      .flatMap((tier) => [
        `## ${tierTitle(tier)}`,
        ...tier.requirements.flatMap((requirement) => [
          `### ${link(escapeMarkdown(requirement.title), absolute(address.requirement(requirement)))}`,
          requirement.group ? `Group: ${escapeMarkdown(requirement.group)}` : '',
          requirement.appliesTo.length < categories.length
            ? `Only for: ${requirement.appliesTo.map(({ plural }) => escapeMarkdown(plural)).join(', ')}`
            : '',
          quote(bodyMarkdown(requirement.body, absolute)),
          list(Object.values(replies).map((text) => `[ ] ${text}`)),
        ]),
      ]),
  );
}
