import type { Feed } from './feed.ts';

/** A feed as JSON Feed 1.1 (jsonfeed.org). */
export const jsonFeed = (feed: Feed): string => {
  const items = feed.items.map(({ id, url, title, kind, source, moment, text }) => ({
    id,
    url,
    external_url: source,
    title,
    content_text: text,
    date_published: moment,
    tags: [kind],
  }));
  const { title, page, json, description, author } = feed;
  const whole = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: json,
    description,
    language: 'en',
    authors: [{ name: author }],
    items,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
};
