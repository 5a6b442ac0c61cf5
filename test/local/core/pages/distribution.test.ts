// CloudFront of the local cloud: files, the API and headers under one address.
import { describe, expect, it } from 'vitest';
import { startCloud } from '../support/assembly.ts';

const BUCKET = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'pages' } };
const POLICY = {
  Type: 'AWS::CloudFront::ResponseHeadersPolicy',
  Properties: {
    ResponseHeadersPolicyConfig: {
      Name: 'p',
      CustomHeadersConfig: { Items: [{ Header: 'x-own', Value: '1', Override: true }] },
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'", Override: true },
      },
    },
  },
};
const readers = (distribution: string) => ({
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: 'pages',
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Resource: 'arn:aws:s3:::pages/*',
          Condition: {
            StringEquals: {
              'AWS:SourceArn': {
                'Fn::Join': [
                  '',
                  [
                    'arn:aws:cloudfront::',
                    { Ref: 'AWS::AccountId' },
                    ':distribution/',
                    { Ref: distribution },
                  ],
                ],
              },
            },
          },
        },
      ],
    },
  },
});

const distribution = (origin: string) => ({
  Type: 'AWS::CloudFront::Distribution',
  Properties: {
    DistributionConfig: {
      Enabled: true,
      DefaultRootObject: 'index.html',
      Origins: [{ Id: 'files', DomainName: origin }],
      DefaultCacheBehavior: {
        TargetOriginId: 'files',
        ResponseHeadersPolicyId: { Ref: 'Headers' },
      },
    },
  },
});

const FILES = 'pages.s3.eu-central-1.amazonaws.com';
const cloudWith = (resources: Record<string, unknown>) =>
  startCloud({
    stacks: { App: { Resources: { Bucket: BUCKET, Headers: POLICY, ...resources } } },
  });

describe('a distribution', () => {
  it('answers with the files of its bucket and the headers of its policy', async () => {
    const cloud = await cloudWith({ Web: distribution(FILES), Readers: readers('Web') });
    await cloud.buckets.send({
      method: 'PUT',
      path: '/pages/index.html',
      query: new URLSearchParams(),
      headers: { 'content-type': 'text/html' },
      body: Buffer.from('<h1>Hello</h1>'),
    });

    const found = await fetch(`${cloud.endpoint}/`);
    const missing = await fetch(`${cloud.endpoint}/other.html`);

    expect([found.status, await found.text()]).toEqual([200, '<h1>Hello</h1>']);
    expect(found.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(found.headers.get('x-own')).toBe('1');
    expect(missing.status).toBe(403);
  });

  it('reads no bucket whose policy does not name it', async () => {
    const cloud = await cloudWith({ Web: distribution(FILES) });

    const { status } = await fetch(`${cloud.endpoint}/index.html`);

    expect(status).toBe(403);
  });

  it('of another origin is refused by name', async () => {
    await expect(cloudWith({ Web: distribution('www.example.com') })).rejects.toThrow(
      "the origin 'www.example.com' of a distribution",
    );
  });
});
