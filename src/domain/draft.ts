import type { FeatureOutline, Outline } from './outline.ts';
import { draftOf, emptyDraft, replies, unanswered, type Answer, type Draft } from './proposal.ts';

/** What a proposal is about: a feature that is there, or a new one of a category. */
export interface Subject {
  category: string;
  feature?: FeatureOutline;
}

/** What the page on which proposals are written carries for its script. */
export interface ProposalData extends Outline {
  /** The policy's own words for each requirement, in Markdown, by its id. */
  words: Record<string, string>;
  /** The folder of the feature files, with a slash at its end. */
  folder: string;
  repository?: string | undefined;
}

/** Reads what the query asks about; without a word of it, a new feature of the first category. */
export function readSubject({ categories, features }: Pick<Outline, 'categories' | 'features'>, search: string): Subject & { unknown?: string } {
  const query = new URLSearchParams(search);
  const [id, wanted] = [query.get('feature'), query.get('category')];
  const feature = features.find((it) => it.id === id || (id !== null && it.formerIds.includes(id)));
  const known = categories.find((it) => it.id === wanted);
  const category = feature?.category ?? known?.id ?? categories[0]?.id ?? '';
  // What is no longer tracked can only come back as something new.
  const found = feature && feature.level !== null ? { feature } : {};
  const unknown = id !== null && !('feature' in found) ? id : wanted !== null && !known ? wanted : undefined;
  return { category, ...found, ...(unknown !== undefined && { unknown }) };
}

/** The query that asks about a subject. */
export const writeSubject = ({ category, feature }: { category: string; feature?: Pick<FeatureOutline, 'id'> | undefined }): string =>
  `?${new URLSearchParams(feature ? { feature: feature.id } : { category }).toString()}`;

/** The draft that a subject begins with. */
export const firstDraft = (outline: Outline, { feature }: Subject): Draft => (feature ? draftOf(outline, feature) : emptyDraft());

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' ? { ...value } : {});

/** Reads a draft that was kept on the device; whatever is not one is left out, so that any text gives a draft. */
export function parseDraft({ tiers, requirements }: Pick<Outline, 'tiers' | 'requirements'>, text: string): Draft {
  const { name, description, answers, others } = fieldsOf(parse(text));
  const said = fieldsOf(answers);
  const besides = fieldsOf(others);
  return {
    name: textOf(name),
    description: textOf(description),
    answers: Object.fromEntries(requirements.filter(({ id }) => Object.hasOwn(said, id)).map((it) => [it.id, answerOf(said[it.id], unanswered(it))])),
    others: Object.fromEntries(tiers.map(({ level }) => [level, textOf(besides[level])])),
  };
}

function answerOf(value: unknown, empty: Answer): Answer {
  const { reply, as, from, note } = fieldsOf(value);
  const known = replies.find((it) => it === reply) ?? '';
  const level = Number.isInteger(from) && Number(from) >= 1 && Number(from) < empty.from ? Number(from) : empty.from;
  return { reply: known, as: textOf(as), from: level, note: textOf(note) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
