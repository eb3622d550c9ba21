import { readEnvironment } from '../check/environment.ts';

/** The commit of the content, where the build is told it; the one thing published that no content file holds. */
export const { commit } = readEnvironment();
