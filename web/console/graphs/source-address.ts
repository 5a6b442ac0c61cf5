// Where a place in the files of the centre can be read: in the editor of one's own machine, or at
// the address the centre names.
interface Where {
  readonly editor?: string | undefined;
  readonly sources?: string | undefined;
  readonly commit?: string | undefined;
}

/** undefined: nowhere. */
export function sourceAddress(
  { editor, sources, commit = 'main' }: Where,
  file: string,
  line = 1,
): string | undefined {
  const template = editor?.startsWith('vscode://') === true ? editor : sources;
  // nothing that a page would run
  if (template === undefined || !/^(https|vscode):\/\//.test(template)) return undefined;
  return template
    .replaceAll('{commit}', encodeURIComponent(commit))
    .replaceAll('{path}', file.split('/').map(encodeURIComponent).join('/'))
    .replaceAll('{line}', String(line));
}
