import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';

describe('yaml-syntax', () => {
  it('reports a line that is not valid YAML, and tries nothing else with the file', () => {
    expect(found({ [AGAIN]: ['compare: ">= 3"', 'compare: >= 3'] })).toEqual([
      'rules/again.yaml:12:15 yaml-syntax: not valid YAML: Block scalar header includes extra characters: >=',
    ]);
  });

  it('reports a tab in the indentation', () => {
    expect(found({ 'groups.yaml': 'sales:\n\tagents: [anna]' })).toEqual([
      'groups.yaml:2:1 yaml-syntax: the line is indented with a tab',
    ]);
  });

  it('reports a bracket that is not closed', () => {
    expect(found({ 'groups.yaml': 'sales: { agents: [anna, jan }' })).toEqual([
      'groups.yaml:1:29 yaml-syntax: a list or block in brackets is not closed',
    ]);
  });

  it('reports an alias of a part that was not marked', () => {
    expect(found({ 'groups.yaml': 'sales: *team' })).toEqual([
      "groups.yaml:1:8 yaml-syntax: '*team' refers to a part that is not marked '&team' before it",
    ]);
  });

  it('accepts a value that begins with a sign, in quotes', () => {
    expect(found({ [AGAIN]: ['compare: ">= 3"', 'compare: "> 2"'] })).toEqual([]);
  });
});
