// What programs may rely on in the published files within a major version, by their JSON Schema.

interface Schema {
  $defs?: Record<string, Schema>;
  $ref?: string;
  type?: string | string[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}
interface Field {
  types: string;
  required: boolean;
}

function types({ $ref, type, anyOf }: Schema): string[] {
  if ($ref) return [$ref.replace('#/$defs/', '')];
  return anyOf ? anyOf.flatMap(types) : [type ?? 'anything'].flat();
}

/** Every field at every depth, by a path like `feature.missing[].as`. */
function fields(schema: Schema, path: string, into: Map<string, Field>): Map<string, Field> {
  for (const [key, value] of Object.entries(schema.properties ?? {})) {
    into.set(`${path}.${key}`, {
      types: types(value).sort().join(' or '),
      required: schema.required?.includes(key) ?? false,
    });
    fields(value, `${path}.${key}`, into);
  }
  for (const option of schema.anyOf ?? []) fields(option, path, into);
  if (schema.items) {
    into.set(`${path}[]`, { types: types(schema.items).sort().join(' or '), required: true });
    fields(schema.items, `${path}[]`, into);
  }
  return into;
}

const fieldsOf = (schema: unknown): Map<string, Field> =>
  new Map(
    Object.entries((schema as Schema).$defs ?? {}).flatMap(([name, shape]) => [...fields(shape, name, new Map())]),
  );

/** Why programs for the older files could break on the newer ones; empty if fields were only added. */
export function incompatibilities(older: unknown, newer: unknown): string[] {
  const now = fieldsOf(newer);
  const rule = 'within v1 fields are only added: keep it, or publish api/v2 beside it.';
  return [...fieldsOf(older)].flatMap(([path, was]) => {
    const is = now.get(path);
    if (!is) return [`The field ${path} is gone; ${rule}`];
    if (is.types !== was.types) return [`The field ${path} was ${was.types} and is ${is.types}; ${rule}`];
    return was.required && !is.required ? [`The field ${path} was always there and need not be now; ${rule}`] : [];
  });
}
