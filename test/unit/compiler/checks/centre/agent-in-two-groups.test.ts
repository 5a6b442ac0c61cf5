import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

describe('agent-in-two-groups', () => {
  it('reports the second group of an agent', () => {
    expect(
      found({
        'groups.yaml': 'sales: { agents: [anna] }\nother: { agents: [jan, anna] }',
        'queues.yaml': ['groups: [sales]', 'groups: [sales, other]'],
      }),
    ).toEqual(["groups.yaml:2:24 agent-in-two-groups: agent 'anna' is already in group 'sales'"]);
  });

  it('reports an agent who is listed twice', () => {
    expect(found({ 'groups.yaml': ['[anna, jan]', '[anna, jan, anna]'] })).toEqual([
      "groups.yaml:2:23 agent-in-two-groups: agent 'anna' is listed twice in group 'sales'",
    ]);
  });

  it('accepts a queue with the agents of two groups', () => {
    expect(
      found({
        'groups.yaml': 'sales: { agents: [anna] }\nother: { agents: [jan] }',
        'queues.yaml': ['groups: [sales]', 'groups: [sales, other]'],
      }),
    ).toEqual([]);
  });
});
