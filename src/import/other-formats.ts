import { extname } from 'node:path';

/** A format other than Markdown, and the command that converts it to Markdown. */
interface Format {
  name: string;
  command: (from: string, to: string) => string;
}

const pandoc = (name: string, reader: string): Format => ({
  name,
  command: (from, to) => `pandoc -f ${reader} -t gfm ${from} -o ${to}`,
});
const html = pandoc('HTML', 'html');
const restructuredText = pandoc('reStructuredText', 'rst');
const org = pandoc('Org', 'org');
const asciiDoc: Format = { name: 'AsciiDoc', command: (from, to) => `npx downdoc -o ${to} ${from}` };
const pdf: Format = { name: 'PDF', command: (from, to) => `markitdown ${from} -o ${to}` };

const byEnding: Record<string, Format> = {
  '.rst': restructuredText,
  '.rest': restructuredText,
  '.adoc': asciiDoc,
  '.asciidoc': asciiDoc,
  '.asc': asciiDoc,
  '.html': html,
  '.htm': html,
  '.xhtml': html,
  '.org': org,
  '.tex': pandoc('LaTeX', 'latex'),
  '.textile': pandoc('Textile', 'textile'),
  '.wiki': pandoc('MediaWiki', 'mediawiki'),
  '.mediawiki': pandoc('MediaWiki', 'mediawiki'),
  '.docx': pandoc('Word', 'docx'),
  '.odt': pandoc('OpenDocument', 'odt'),
  '.rtf': pandoc('RTF', 'rtf'),
  '.typ': pandoc('Typst', 'typst'),
  '.pdf': pdf,
};

const byBeginning: readonly [RegExp, Format][] = [
  [/^%PDF-/, pdf],
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)\b/i, html],
  [/^\s*#\+[A-Z_]+:/, org],
];

/** Syntax that identifies a format if the file name does not. */
const bySyntax: readonly [RegExp, Format][] = [
  [/^\.\. [\w-]+::/m, restructuredText],
  [/^\|={3,}$/m, asciiDoc],
];

/** The reason that a file cannot be read as Markdown, with the command to run first; undefined if it can. */
export function refusal(file: string, text: string): string | undefined {
  const ending = extname(file).toLowerCase();
  const isMarkdown = /^\.(?:md|markdown|mdown|mkd|mdx)$/.test(ending);
  const format =
    byBeginning.find(([beginning]) => beginning.test(text))?.[1] ??
    byEnding[ending] ??
    (isMarkdown ? undefined : bySyntax.find(([syntax]) => syntax.test(text))?.[1]);
  if (format) {
    const to = `${file.slice(0, file.length - ending.length)}.md`;
    return `${file} is ${format.name}, and the import reads Markdown; run this first: ${format.command(shellQuoted(file), shellQuoted(to))}`;
  }
  return /[\0\uFFFD]/.test(text)
    ? `${file} is not UTF-8 text, and the import reads Markdown; save it as text, or run this first: markitdown ${shellQuoted(file)} -o ${shellQuoted(`${file}.md`)}`
    : undefined;
}

const shellQuoted = (path: string): string =>
  /^[\w./@:+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
