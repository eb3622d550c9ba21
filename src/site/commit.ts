/** The commit of the content, where the build is told it; the one thing published that no content file holds. */
export const commit: string | null = process.env['COMMIT_SHA'] || process.env['GITHUB_SHA'] || null;
