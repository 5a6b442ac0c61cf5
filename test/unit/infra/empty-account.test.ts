// What an account that has nothing yet lets be deployed (docs/deploying.md).
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ringback } from '../../../lib/cli/ringback.ts';
import { compileIvr } from '../../../lib/compiler/ivr/compile-ivr.ts';
import { deploymentOf, exampleDefinitions, ofType, synthesiseConnect } from './deployment.ts';

const EXAMPLES = readdirSync('examples').map((name) => `examples/${name}`);
const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));

describe('in an empty account', () => {
  it.each(EXAMPLES)('%s claims only numbers that are there at once', async (folder) => {
    const connect = synthesiseConnect(
      deploymentOf(await exampleDefinitions(folder), {
        compileIvr,
        recordings: `${folder}/recordings`,
      }),
    );

    const countries = ofType(connect, 'AWS::Connect::PhoneNumber').map(
      ({ properties }) => properties.CountryCode,
    );
    expect(countries.length).toBeGreaterThan(0);
    expect(countries.filter((country) => !['GB', 'US', 'CA'].includes(country))).toEqual([]);
  });

  it.each(EXAMPLES)('%s gives the check nothing to find', async (folder) => {
    const said: string[] = [];

    const code = await ringback(['check', folder], {
      out: (line) => said.push(line),
      err: (line) => said.push(line),
    });

    expect(code).toBe(0);
    const found = said.filter((line) => !line.startsWith('The text of campaign'));
    expect(found).toEqual([expect.stringContaining('has no errors')]);
  });

  it('the example that the README deploys needs no quota raised: five numbers, no campaign calls', async () => {
    const definitions = await exampleDefinitions(context.folder);
    const connect = synthesiseConnect(deploymentOf(definitions));

    const detecting = Object.values(definitions.campaigns).filter(
      ({ channels }) => channels.outbound?.machineDetection,
    );
    expect(ofType(connect, 'AWS::Connect::PhoneNumber').length).toBeLessThanOrEqual(5);
    expect(detecting).toEqual([]);
    expect(definitions.centre.connect).toEqual({
      agentEvents: 'polled',
      callsPerSecond: 2,
      burst: 5,
    });
  });
});
