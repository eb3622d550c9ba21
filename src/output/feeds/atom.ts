import type { Feed, FeedItem } from './feed.ts';
import { escapeXml } from '../svg/escape-xml.ts';

/** A feed as Atom (RFC 4287). */
export const atom = (feed: Feed): string => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${feed.id}</id>
<title>${escapeXml(feed.title)}</title>
<subtitle>${escapeXml(feed.description)}</subtitle>
<updated>${feed.updated}</updated>
<author><name>${escapeXml(feed.author)}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(feed.atom)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(feed.page)}"/>
${feed.items.map(entry).join('')}</feed>
`;

const entry = ({ id, url, title, kind, source, moment, text }: FeedItem): string => `<entry>
<id>${id}</id>
<title>${escapeXml(title)}</title>
<published>${moment}</published>
<updated>${moment}</updated>
<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>
<link rel="via" href="${escapeXml(source)}"/>
<category term="${escapeXml(kind)}"/>
<content type="text">${escapeXml(text)}</content>
</entry>
`;
