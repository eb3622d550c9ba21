import { accessibilityPurpose, accessibilityStatement } from '../words/accessibility.ts';
import { address, type Absolute } from '../../domain/addresses/address.ts';
import { blocks, escapeMarkdown, link, list } from './markdown-syntax.ts';

/** The accessibility statement. How to report a barrier is only on the HTML page. */
export const accessibilityMarkdown = (absolute: Absolute): string =>
  blocks(
    '# Accessibility',
    escapeMarkdown(accessibilityPurpose),
    ...accessibilityStatement.map(({ title, says, list: items = [] }) =>
      blocks(`## ${title}`, escapeMarkdown(says), ...(items.length > 0 ? [list(items.map(escapeMarkdown))] : [])),
    ),
    `The data: ${link('every file', absolute(address.markdown(address.data)))}.`,
  );
