import { stringify } from 'yaml';

/** What a table shows of a part of a JSON Schema. */
interface Part {
  description?: string;
  examples?: unknown[];
  enum?: string[];
  properties?: Record<string, Part>;
  required?: string[];
  items?: Part;
  anyOf?: Part[];
}

/** A document with the table of a schema below each comment `<!-- fields of NAME -->`, down to `<!-- end -->`. */
export const withFieldTables = (document: string, schemaOf: (name: string) => object): string =>
  document.replace(
    /(<!-- fields of (\w+) -->\n).*?(<!-- end -->)/gs,
    (_, begin: string, name: string, end: string) => `${begin}\n${fieldTable(schemaOf(name))}\n\n${end}`,
  );

/** Every field that a schema has, nested ones by their paths. */
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
    return keys ? [row, ...rowsOf(keys, keys === field ? `${path}.` : `${path}[].`)] : [row];
  });
}

/** The part of a field, or of the items of its list, that has keys of its own. */
const partWithKeys = (field: Part): Part | undefined =>
  [field, field.items, ...(field.items?.anyOf ?? [])].find((part) => part?.properties);

const oneOf = ({ enum: values }: Part): string => (values ? `; one of ${values.map(code).join(', ')}` : '');

const code = (text: string): string => `\`${text}\``;

/** YAML on one line. */
const flow = { lineWidth: 0, flowCollectionPadding: false, collectionStyle: 'flow' } as const;
