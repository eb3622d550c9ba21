import type { Span } from '../../../../src/output/stack/answer-blocks.ts';

/** The text of spans, without what is code and where it leads. */
export const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');
