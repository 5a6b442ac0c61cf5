// What a mistake is about, as the page calls it. The API names places by JSON pointers, and
// parameters as query/<name>.

/** undefined: it goes without saying. */
export type PlaceOf = (pointer: string) => string | undefined;

export type Labels = Readonly<Record<string, string | undefined>>;

/**
 * What stands below a place is named after it.
 *
 * @param labels by pointer
 * @param counted of lists: what stands in them is told by its number
 */
export function placesIn(labels: Labels, counted: Labels = {}): PlaceOf {
  return (pointer) => {
    for (let at = pointer; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      const list = counted[at];
      const [n] = pointer.slice(at.length + 1).split('/');
      if (list !== undefined) return n ? `${list} ${Number(n) + 1}` : list;
      if (labels[at] !== undefined) return labels[at];
    }
    return undefined;
  };
}

/** Labels of fields below a place. */
export const fieldsAt = (
  place: string,
  fields: readonly { readonly field: string; readonly label: string }[],
): Labels =>
  Object.fromEntries(fields.map(({ field, label }) => [`${place}/${escaped(field)}`, label]));

/** RFC 6901. */
const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');
