import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toString } from 'mdast-util-to-string';
import { emptyDraft } from '../../../src/domain/proposal.ts';
import { proposalMarkdown } from '../../../src/formats/proposal-markdown.ts';
import { parseMarkdown } from './mdast.ts';
import { answered, outline, proposal } from './proposals.ts';

describe('a proposal as Markdown', () => {
  const words = { 'night-watch': 'Somebody is awake\nwho can mend it *by hand*.', 'wiring-plan': 'There is a plan, with:\n\n* colours, and\n* fuses.' };
  const board = outline.features.find(({ id }) => id === 'oak-board');
  const markdown = proposalMarkdown(outline, { category: 'board', ...(board && { feature: board }) }, proposal('board', answered({ 'wiring-plan': 'yes', 'night-watch': 'no' })), (path) => `https://x.example/${path}`, words);

  test('says what is supported, and quotes each requirement that applies before its answer, the lowest tier first', () => {
    const blocks = parseMarkdown(markdown).children;
    assert.equal(toString(blocks[0]), 'oak-board (Board, now in Tier 1 — Kept Lit). The answers support Tier 2 — May Go Dark. For Tier 1: 1 missing.');
    const outlineOfIt = blocks.slice(2).map((block) => (block.type === 'heading' ? `${block.depth} ${toString(block)}` : block.type));
    assert.deepEqual(outlineOfIt.filter((it) => /^[23] |blockquote/.test(it)), ['2 Tier 2 — May Go Dark', '3 Wiring plan', 'blockquote', '2 Tier 1 — Kept Lit', '3 Night watch', 'blockquote']);
    assert.ok(markdown.includes('> There is a plan, with:\n>\n> * colours, and\n> * fuses.\n\n**Yes.** It: "said"'));
    assert.ok(markdown.includes('**No.** Missing for Tier 1') === false, 'the tier it blocks is the one that was chosen');
  });

  test('without the words is short enough for an address', () => {
    const short = proposalMarkdown(outline, { category: 'board' }, proposal('board', emptyDraft()), (path) => path);
    assert.doesNotMatch(short, /^>/m);
    assert.match(short, /^New feature \(Board, new\)/);
  });
});
