// What the desk needs of the deployment that the console does not: Connect's telephone.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deskMusic } from '../../../lib/cli/desk-music.ts';
import { deploymentOf, exampleDefinitions, ofType, synthesise } from './deployment.ts';

const definitions = await exampleDefinitions();
const { centre } = definitions;
const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/abc';

const withConnect = (connect: Partial<typeof centre.connect>) =>
  synthesise(
    deploymentOf({
      ...definitions,
      centre: { ...centre, connect: { ...centre.connect, ...connect } },
    }),
  );

/** By the comment-free name of the construct, the policy of what a page may load and stand in. */
function policies(cloud: ReturnType<typeof synthesise>) {
  const all = ofType(cloud, 'AWS::CloudFront::ResponseHeadersPolicy');
  const policyOf = (part: string) => {
    const found = all.find(({ id }) => id.includes(part))?.properties;
    return found.ResponseHeadersPolicyConfig.SecurityHeadersConfig;
  };
  return { console: policyOf('PagesHeaders'), desk: policyOf('DeskHeaders') };
}

describe('the page of the desk', () => {
  const cloud = withConnect({ alias: 'medika' });

  it('may hold the softphone of its instance, and stand in a workspace of Connect', () => {
    const { desk, console: others } = policies(cloud);
    const allowed = JSON.stringify(desk.ContentSecurityPolicy);

    expect(allowed).toContain('frame-src https://medika.my.connect.aws');
    expect(allowed).toContain('frame-ancestors https://*.my.connect.aws');
    // it knows all or nobody
    expect(desk.FrameOptions).toBeUndefined();
    expect(JSON.stringify(others.ContentSecurityPolicy)).toContain("frame-ancestors 'none'");
    expect(others.FrameOptions).toMatchObject({ FrameOption: 'DENY' });
  });

  it('plays music that is published with it, and with nothing else of what callers hear (CAM-5)', async () => {
    const example = 'examples/medika-reception';
    const music = await mkdtemp(join(tmpdir(), 'ringback-test-music-'));
    const published = await deskMusic(example, await exampleDefinitions(example), music);

    expect(await readdir(music, { recursive: true })).toEqual(['music', 'music/music.wav']);
    expect(await deskMusic(example, definitions, music)).toBeUndefined();
    const { desk, console: others } = policies(cloud);
    expect(JSON.stringify(desk.ContentSecurityPolicy)).toContain("media-src 'self'");
    expect(JSON.stringify(others.ContentSecurityPolicy)).not.toContain('media-src');
    const sources = (more: object) =>
      ofType(synthesise(deploymentOf(definitions, more)), 'Custom::CDKBucketDeployment').map(
        ({ properties }) => properties.SourceObjectKeys.length,
      );
    expect(sources({ music: published })).toEqual([3]);
    expect(sources({})).toEqual([2]);
    await rm(music, { recursive: true });
  });

  it('is an origin that the instance approves', () => {
    const [origin] = ofType(cloud, 'AWS::Connect::ApprovedOrigin');

    expect(JSON.stringify(origin?.properties.Origin)).toContain('DomainName');
  });

  it('knows the address of an instance that is there by its alias, or that it has none', () => {
    const told = (connect: Parameters<typeof withConnect>[0]) =>
      JSON.stringify(policies(withConnect(connect)).desk.ContentSecurityPolicy);

    expect(told({ instanceArn: INSTANCE, alias: 'shared' })).toContain(
      'frame-src https://shared.my.connect.aws',
    );
    expect(told({ instanceArn: INSTANCE, alias: undefined })).toContain(
      'frame-src https://connect.invalid',
    );
  });
});
