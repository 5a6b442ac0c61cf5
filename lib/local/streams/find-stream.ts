// Streams by ARN, whichever service they belong to.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { Cloud } from '../cloud.ts';
import type { StreamSource } from './stream-source.ts';

/** The stream behind an ARN of the template. */
export function streamByArn(cloud: Pick<Cloud, 'tables' | 'kinesis'>, arn: string): StreamSource {
  if (arn.startsWith('arn:aws:kinesis:')) return cloud.kinesis.withArn(arn);
  const stream = cloud.tables.streamByArn(arn);
  if (!stream) throw new NotEmulated(`event source '${arn}'`);
  return stream;
}
