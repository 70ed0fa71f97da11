import { createEncodeSide } from './encode-side';
import { createSheetSide } from './sheet-side';
import type { ReadAnswer, ReadRequest } from './types';

/** What a reading thread does with a request; `answer` sends an answer back, memory in `transfer` without copying. */
export function createThreadSide(
  answer: (told: ReadAnswer, transfer: ArrayBuffer[]) => void,
): (request: ReadRequest) => void {
  const encode = createEncodeSide(answer);
  const scan = createSheetSide(answer);
  return (request) => {
    if (request.ask === 'sheet' || request.ask === 'bytes') scan(request);
    else encode(request);
  };
}
