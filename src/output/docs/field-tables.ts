import { stringify } from 'yaml';

/** The keywords of a JSON Schema that a table shows. */
interface Part {
  description?: string;
  examples?: unknown[];
  enum?: string[];
  properties?: Record<string, Part>;
  required?: string[];
  items?: Part;
  anyOf?: Part[];
}

/** Fills in a table of fields between each pair of comments `<!-- fields of NAME -->` and `<!-- end -->`. */
export const withFieldTables = (document: string, schemaOf: (name: string) => object): string =>
  document.replace(
    /(<!-- fields of (\w+) -->\n).*?(<!-- end -->)/gs,
    (_, begin: string, name: string, end: string) => `${begin}\n${fieldTable(schemaOf(name))}\n\n${end}`,
  );

/** A table of all fields of a schema; nested fields are named by their path. */
function fieldTable(schema: Part): string {
  const head = ['| field | required | what to write | example |', '|---|---|---|---|'];
  return [...head, ...rowsOf(partWithKeys(schema) ?? schema, '')].join('\n');
}

function rowsOf({ properties = {}, required = [] }: Part, above: string): string[] {
  return Object.entries(properties).flatMap(([key, field]) => {
    const keys = partWithKeys(field);
    const path = `${above}${key}`;
    const cells = [
      `\`${path}\``,
      required.includes(key) ? 'yes' : '',
      (field.description ?? '') + oneOf(field),
      field.examples ? code(`${key}: ${stringify(field.examples[0], flow).trim()}`) : 'the keys below',
    ];
    const row = `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    if (!keys) return [row];
    return [row, ...rowsOf(keys, keys === field ? `${path}.` : `${path}[].`)];
  });
}

/** Returns the object schema of a field, or of the items of its list. */
const partWithKeys = (field: Part): Part | undefined =>
  [field, field.items, ...(field.items?.anyOf ?? [])].find((part) => part?.properties);

const oneOf = ({ enum: values }: Part): string => (values ? `; one of ${values.map(code).join(', ')}` : '');

const code = (text: string): string => `\`${text}\``;

/** YAML on one line. */
const flow = { lineWidth: 0, flowCollectionPadding: false, collectionStyle: 'flow' } as const;
