// Recordings callers hear: files of the folder recordings/, uploaded with the deployment. Connect
// copies them when a prompt is created or changed, with the rights of whoever deploys: the CDK's
// deployment role may read the bucket its files go to.
import { join } from 'node:path';
import { CfnPrompt } from 'aws-cdk-lib/aws-connect';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import type { Instance } from './instance.ts';
import { playableName } from './playable-recordings.ts';

/** File name → ARN of its prompt; each is made when it is first asked for, and once. */
export function prompts(
  scope: Construct,
  { name, recordings }: Deployment,
  instance: Instance,
): (file: string) => string {
  const made = new Map<string, string>();
  return (file) => {
    const known = made.get(file);
    if (known !== undefined) return known;
    const asset = new Asset(scope, `Recording-${file}`, {
      path: join(recordings, playableName(file)),
    });
    const { attrPromptArn } = new CfnPrompt(scope, `Prompt-${file}`, {
      instanceArn: instance.arn,
      name: `${name} ${file}`,
      s3Uri: asset.s3ObjectUrl,
    });
    made.set(file, attrPromptArn);
    return attrPromptArn;
  };
}
