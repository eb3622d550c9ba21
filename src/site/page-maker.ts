// The entry of the compiled pages, in the place of Astro's own: a build asks it for the pages one by one.
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';
import { address } from '../domain/addresses/address.ts';
import { withPolicy } from '../output/html/csp.ts';
import { withTurns } from '../output/html/late.ts';
import { withNeededStyles } from '../output/html/needed-styles.ts';
import { absolute } from './urls.ts';

/** A page: its path below the base as in `domain/addresses/address.ts`, and its whole HTML. */
export interface Page {
  path: string;
  make: () => Promise<string>;
}

/** What a build uses of this module once it is compiled. */
export interface PageMaker {
  pagesToMake: () => Promise<Page[]>;
}

const app = createApp({ streaming: false });

// Astro would answer with a page about the error; a build has to end with it.
const renderError = app.renderError.bind(app);
app.renderError = (request, options) => {
  if (options.status === 500) throw options.error;
  return renderError(request, options);
};

/** Every page, in the order of the routes; making one throws what its components throw. */
export async function pagesToMake(): Promise<Page[]> {
  const paths = await new StaticPaths(app).getAll();
  return paths.map(({ pathname, route }) => {
    const path = pathname.replace(/^\//, '').replace(/(?<=[^/])$/, '/');
    return {
      path: path === '404/' ? address.notFound : path,
      make: async () => {
        const response = await app.render(new Request(absolute(path)), { routeData: route });
        return withPolicy(withNeededStyles(withTurns(await response.text())));
      },
    };
  });
}
