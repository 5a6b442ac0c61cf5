// What was expected beside what came, and for a path a marker below the first thing that differs.

interface Mismatch {
  readonly of: string;
  readonly expected: string;
  readonly actual: string;
}

export function mismatchLines({ of, expected, actual }: Mismatch): readonly string[] {
  const margin = ' '.repeat(of.length);
  const nothing = of === 'path' ? '(no tile)' : '(nothing)';
  return [
    `      ${of} expected  ${expected === '' ? nothing : expected}`,
    `      ${margin} was       ${actual === '' ? nothing : actual}`,
    ...(of === 'path' ? [`      ${margin}           ${marker(expected, actual)}`] : []),
  ];
}

/** Points at the first step that differs. */
function marker(expected: string, actual: string): string {
  const wanted = expected.split(' > ');
  const passed = actual.split(' > ');
  const same = passed.findIndex((step, index) => step !== wanted[index]);
  const before = passed.slice(0, same < 0 ? passed.length : same).join(' > ');
  return `${' '.repeat(before === '' ? 0 : before.length + 3)}^`;
}
