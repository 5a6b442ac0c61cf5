// Parameters and ResultSelector: fixed data with some fields read from the state. What is fixed is
// prepared once, frozen and shared by all runs.
import { expression, type Read } from './json-path.ts';

export function template(value: unknown): Read {
  const dynamic = dynamicPart(value);
  if (dynamic) return dynamic;
  const fixed = deepFreeze(value);
  return () => fixed;
}

/** undefined when nothing in the value is read from the state */
function dynamicPart(value: unknown): Read | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  let isDynamic = false;
  const fields = Object.entries(value).map(([key, inner]): readonly [string, Read] => {
    if (key.endsWith('.$')) {
      isDynamic = true;
      return [key.slice(0, -2), expression(String(inner))];
    }
    const read = dynamicPart(inner);
    if (read) isDynamic = true;
    return [key, read ?? template(inner)];
  });
  if (!isDynamic) return undefined;
  return (data) => {
    const made: Record<string, unknown> = {};
    for (const [key, read] of fields) made[key] = read(data);
    return made;
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
