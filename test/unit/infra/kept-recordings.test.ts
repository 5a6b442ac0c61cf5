// Where Connect keeps recordings of calls.
import { describe, expect, it } from 'vitest';
import { deploymentOf, exampleDefinitions, ofType, synthesiseConnect } from './deployment.ts';

const definitions = await exampleDefinitions();
const changed = (change: Partial<typeof definitions>) =>
  synthesiseConnect(deploymentOf({ ...definitions, ...change }));

describe('a centre in Connect', () => {
  it('keeps recordings where a campaign that only calls records its calls', () => {
    const [[id = '', campaign] = []] = Object.entries(definitions.campaigns);
    const { outbound } = campaign?.channels ?? {};
    if (campaign === undefined || outbound === undefined) throw new Error('the example calls');
    const kept = (recording: boolean) => {
      const channels = { outbound: { ...outbound, recording } };
      const all = changed({ campaigns: { [id]: { ...campaign, channels } } });
      return ofType(all, 'AWS::Connect::InstanceStorageConfig').map(
        ({ properties }) => properties.ResourceType,
      );
    };

    expect(kept(true)).toContain('CALL_RECORDINGS');
    expect(kept(false)).not.toContain('CALL_RECORDINGS');
  });
});
