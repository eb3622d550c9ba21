import type { ProblemAtPath } from '../domain/catalogue/sources.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { everyWarning } from '../domain/rules/check-rules.ts';
import { firstSentence } from '../domain/text.ts';

/** The warnings that no editor accepted. If a warning is about a requirement, it quotes the policy. */
export const openWarnings = (catalogue: Catalogue): ProblemAtPath[] =>
  everyWarning(catalogue)
    .filter(({ accepted }) => accepted === undefined)
    .map(({ feature, path, says, requirement, rule }) => {
      const quotation = requirement ? `: “${firstSentence(requirement.body)}”` : '';
      return { file: feature.file, path, message: `${says}${quotation} [${rule.id}]` };
    });
