// Wildcards of IAM patterns.
const compiled = new Map<string, RegExp>();

/**
 * IAM's `*` and `?`. Compiled patterns are cached: the same few are tested tens of thousands of
 * times.
 */
export function matchesWildcard(pattern: string, text: string, ignoreCase = false): boolean {
  if (pattern === '*' || pattern === text) return true;
  const key = ignoreCase ? `i:${pattern}` : pattern;
  let expression = compiled.get(key);
  if (!expression) {
    const source = pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    expression = new RegExp(`^${source}$`, ignoreCase ? 'is' : 's');
    compiled.set(key, expression);
  }
  return expression.test(text);
}
