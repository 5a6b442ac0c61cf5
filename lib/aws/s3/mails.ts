// E-mails that SES has stored in a bucket of their own.
import { DeleteObjectCommand, GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Mails } from '../../application/ports/mails.ts';
import { errorName, faultOf } from '../service-errors.ts';

export function s3Mails(s3: S3Client, Bucket: string): Mails {
  return {
    async read(Key, most) {
      try {
        const Range = `bytes=0-${most - 1}`;
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, Range }));
        return (await Body?.transformToByteArray()) ?? new Uint8Array();
      } catch (error) {
        if (errorName(error) === 'NoSuchKey') return undefined;
        throw faultOf('StoreUnavailable', 'reading an e-mail', error);
      }
    },
    async erase(Key) {
      try {
        await s3.send(new DeleteObjectCommand({ Bucket, Key }));
      } catch (error) {
        throw faultOf('StoreUnavailable', 'erasing an e-mail', error);
      }
    },
  };
}
