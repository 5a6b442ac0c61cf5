import { describe, expect, it } from 'vitest';
import {
  deploymentOf,
  exampleDefinitions,
  ofType,
  receivingMail,
  synthesise,
} from './deployment.ts';

const definitions = await exampleDefinitions();
const cloud = synthesise(deploymentOf(receivingMail(definitions)), { againstSchemas: true });
const bucket = ofType(cloud, 'AWS::S3::Bucket').find(({ id }) => id.startsWith('IncomingMail'));

describe('a mailbox that receives', () => {
  it('has a rule of SES that stores what is sent to its domain, scanned, in a bucket of days', () => {
    const [rule] = ofType(cloud, 'AWS::SES::ReceiptRule');

    expect(rule?.properties.Rule).toMatchObject({
      Enabled: true,
      Recipients: ['reply.example.org'],
      ScanEnabled: true,
      Actions: [{ S3Action: { BucketName: { Ref: bucket?.id }, ObjectKeyPrefix: 'mail/' } }],
    });
    expect(bucket?.properties).toMatchObject({
      BucketEncryption: expect.anything(),
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 7, Status: 'Enabled' }] },
    });
  });

  it('lets SES write under its prefix, as the rule of this account, and nobody else', () => {
    const policy = ofType(cloud, 'AWS::S3::BucketPolicy').find(
      ({ properties }) => properties.Bucket.Ref === bucket?.id,
    );
    const allowed = policy?.properties.PolicyDocument.Statement.filter(
      ({ Effect }: { Effect: string }) => Effect === 'Allow',
    );

    expect(allowed).toMatchObject([
      {
        Action: 's3:PutObject',
        Principal: { Service: 'ses.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
          ArnLike: { 'aws:SourceArn': expect.anything() },
        },
      },
    ]);
    expect(JSON.stringify(allowed[0].Resource)).toContain('/mail/*');
    const [rule] = ofType(cloud, 'AWS::SES::ReceiptRule');
    expect(rule?.dependsOn).toContain(policy?.id);
  });

  it('passes cdk-nag and the schemas of CloudFormation', () => {
    expect(
      cloud.findings.filter((found) => JSON.stringify(found).includes('IncomingMail')),
    ).toEqual([]);
  });

  it('brings nothing to a centre without one', () => {
    const without = synthesise(deploymentOf(definitions));
    const made = without.resources.filter(({ id }) =>
      /^(IncomingMail|mailqueue|receiveemail)/.test(id),
    );

    expect(made).toEqual([]);
  });
});
