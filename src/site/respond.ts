/** The media types that a static host sends. */
const types = {
  atom: 'application/atom+xml; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  'json feed': 'application/feed+json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
};

/** Creates the response of an endpoint for a kind of file. */
export const respond = (body: string | Uint8Array<ArrayBuffer>, kind: keyof typeof types): Response =>
  new Response(body, { headers: { 'Content-Type': types[kind] } });
