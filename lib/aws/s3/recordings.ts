// Recordings that Connect made, in its folder of the bucket, and the messages cut out of them
// beside it. When a recording began is Connect's to tell.
import { type ConnectClient, DescribeContactCommand } from '@aws-sdk/client-connect';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Recordings } from '../../application/ports/recordings.ts';
import type { Voicemails } from '../../application/ports/voicemails.ts';
import { Fault } from '../../application/tasks/faults.ts';
import { instant } from '../../domain/model/instant.ts';
import { errorName, faultOf } from '../service-errors.ts';

export interface RecordingsPlace {
  readonly bucket: string;
  /** Id of the Connect instance. */
  readonly instance: string;
}

export function s3Recordings(
  s3: S3Client,
  connect: Pick<ConnectClient, 'send'>,
  { bucket, instance }: RecordingsPlace,
): Recordings {
  return {
    read: recordingReader(s3, bucket),
    async begunAt(contact, key) {
      const recordings = await recordingsOf(connect, instance, contact);
      const ofKey = recordings.find(({ Location }) => Location?.endsWith(key));
      const only = recordings.length === 1 ? recordings[0] : undefined;
      const begun = (ofKey ?? only)?.StartTimestamp;
      return begun && instant(begun.getTime());
    },
    async keep(Key, Body) {
      try {
        const command = { Bucket: bucket, Key, Body, ContentType: 'audio/wav' };
        await s3.send(new PutObjectCommand(command));
      } catch (error) {
        throw faultOf('StoreUnavailable', 'keeping a message', error);
      }
    },
  };
}

export function s3Voicemails(s3: S3Client, Bucket: string): Voicemails {
  return {
    async erase(Key) {
      try {
        await s3.send(new DeleteObjectCommand({ Bucket, Key }));
      } catch (error) {
        throw faultOf('StoreUnavailable', 'erasing a message', error);
      }
    },
  };
}

/** Also for the e-mail that carries a message. */
export function recordingReader(s3: S3Client, Bucket: string): Recordings['read'] {
  return async (Key) => {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      if (errorName(error) === 'NoSuchKey') {
        throw new Fault('NotFound', `no recording '${Key}'`, { cause: error });
      }
      throw faultOf('StoreUnavailable', 'reading a recording', error);
    }
  };
}

async function recordingsOf(
  connect: Pick<ConnectClient, 'send'>,
  InstanceId: string,
  ContactId: string,
) {
  try {
    const command = new DescribeContactCommand({ InstanceId, ContactId });
    return (await connect.send(command)).Contact?.Recordings ?? [];
  } catch (error) {
    if (errorName(error) === 'ResourceNotFoundException') return [];
    throw faultOf('TelephonyUnavailable', 'asking for a contact', error);
  }
}
