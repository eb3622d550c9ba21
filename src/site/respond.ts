/** What a static host says of each kind of file. */
const types = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
};

/** The response of an endpoint that writes a file of this kind. */
export const respond = (body: string | Uint8Array<ArrayBuffer>, kind: keyof typeof types): Response =>
  new Response(body, { headers: { 'Content-Type': types[kind] } });
