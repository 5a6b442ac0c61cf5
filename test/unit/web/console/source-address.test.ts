import { expect, it } from 'vitest';
import { sourceAddress } from '../../../../web/console/graphs/source-address.ts';

const sources = 'https://git.example.org/blob/{commit}/{path}#L{line}';

it('a place in the files is at the address the centre names, at the commit deployed', () => {
  const at = (commit?: string) => sourceAddress({ sources, commit }, 'rules/a.yaml', 7);

  expect(at('c0ffee')).toBe('https://git.example.org/blob/c0ffee/rules/a.yaml#L7');
  expect(at()).toBe('https://git.example.org/blob/main/rules/a.yaml#L7');
});

it('on one’s own machine it opens in the editor', () => {
  const editor = 'vscode://file/home/ewa/centre/{path}:{line}';

  expect(sourceAddress({ editor, sources }, 'ivrs/recepce hlavní.yaml', 3)).toBe(
    'vscode://file/home/ewa/centre/ivrs/recepce%20hlavn%C3%AD.yaml:3',
  );
});

it('there is none where neither is known, nor one that a page would run', () => {
  const none = { editor: 'https://editor.invalid' };

  expect(sourceAddress(none, 'centre.yaml')).toBeUndefined();
  expect(sourceAddress({ sources: 'javascript:alert({path})' }, 'centre.yaml')).toBeUndefined();
});
