import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deploymentOf, exampleDefinitions, ofType, synthesise, targetOf } from './deployment.ts';

const definitions = await exampleDefinitions();
const cloud = synthesise(
  deploymentOf(definitions, {
    runbook: 'https://wiki.example/runbook',
    alarmsTo: 'ops@example.com',
  }),
);
const alarms = ofType(cloud, 'AWS::CloudWatch::Alarm');
const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8');
const articles = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
const linked = (description: string) =>
  /https:\/\/wiki\.example\/runbook#(\S+)$/.exec(description)?.[1];

describe('alarms', () => {
  it('each link to an article of the runbook, and every article has its alarm', () => {
    const links = alarms.map(({ properties }) => linked(properties.AlarmDescription));

    expect([...new Set(links)].toSorted()).toEqual(articles.toSorted());
  });

  it.each(alarms)(
    '$id rings the bell, and is silent while there is nothing to measure',
    (alarm) => {
      const [topic] = ofType(cloud, 'AWS::SNS::Topic');

      expect(alarm.properties.AlarmActions.map(targetOf)).toEqual([topic?.id]);
      expect(alarm.properties.TreatMissingData).toBe('notBreaching');
    },
  );

  it('are mailed to the address of the deployment', () => {
    expect(ofType(cloud, 'AWS::SNS::Subscription').map(({ properties }) => properties)).toEqual([
      expect.objectContaining({ Protocol: 'email', Endpoint: 'ops@example.com' }),
    ]);
  });

  it('are one per callback rule, which it names', () => {
    const ofRules = alarms.filter(({ properties }) =>
      properties.AlarmDescription.includes('#callback-rule-failing'),
    );

    expect(ofRules).toHaveLength(Object.keys(definitions.rules).length);
    expect(ofRules[0]?.properties.AlarmDescription).toContain("'recall-politely'");
  });
});
