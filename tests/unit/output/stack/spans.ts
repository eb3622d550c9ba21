import type { Span } from '../../../../src/output/stack/answer-blocks.ts';

/** The text of spans, without code marks and links. */
export const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');
