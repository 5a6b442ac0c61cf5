// Uploaded files of contacts and the reports about them, in one bucket. Reports are written while
// the file is read, in parts, so neither has to fit into memory.
import { Readable } from 'node:stream';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { ContactFiles } from '../../application/ports/contact-files.ts';
import { Fault } from '../../application/tasks/faults.ts';
import { errorName, faultOf } from '../service-errors.ts';

/** Reading alone: functions that write no report leave the code for it out. */
export function s3FileReader(s3: S3Client, bucket: string): Pick<ContactFiles, 'read'> {
  return {
    async *read(key) {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        yield* Body as Readable & AsyncIterable<Uint8Array>;
      } catch (error) {
        if (errorName(error) === 'NoSuchKey')
          throw new Fault('NotFound', `no file '${key}'`, { cause: error });
        throw faultOf('StoreUnavailable', 'reading a file', error);
      }
    },
  };
}

export function s3ContactFiles(s3: S3Client, bucket: string): ContactFiles {
  return {
    ...s3FileReader(s3, bucket),
    async write(key, text) {
      const upload = new Upload({
        client: s3,
        params: {
          Bucket: bucket,
          Key: key,
          Body: Readable.from(encoded(text)),
          ContentType: 'text/csv; charset=utf-8',
        },
      });
      try {
        await upload.done();
      } catch (error) {
        throw faultOf('StoreUnavailable', 'writing a file', error);
      }
      return key;
    },
  };
}

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of text) yield encoder.encode(part);
}
