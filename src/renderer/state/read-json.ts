import { fail, ok, type Result } from '@shared/base/result';

/** Largest JSON file of people (packets, ballots) that is read, in bytes. */
const MAX_BYTES = 20 << 20;

/** The content of a JSON file somebody sent; its shape is checked by whoever asked for it. */
export async function readJsonFile(file: File): Promise<Result<unknown>> {
  if (file.size > MAX_BYTES) {
    return fail(
      'FILE_TOO_LARGE',
      `${file.name} is too large to be a packet or a ballot file. Choose the file that was sent to you.`,
      {
        bytes: file.size,
      },
    );
  }
  try {
    const content: unknown = JSON.parse(await file.text());
    return ok(content);
  } catch {
    return fail('NOT_JSON', `${file.name} cannot be read. Ask the sender for the file again, unchanged.`, {
      bytes: file.size,
    });
  }
}
