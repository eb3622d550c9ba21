import { defineMiddleware } from 'astro:middleware';
import { withPolicy } from './formats/csp.ts';

/** Every published page carries its own policy; in development the tools need scripts that no policy would let in. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (import.meta.env.DEV || !response.headers.get('content-type')?.includes('text/html')) return response;
  return new Response(withPolicy(await response.text()), response);
});
