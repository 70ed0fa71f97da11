import { ByteColumnBuilder } from '../../table/byte-column';
import { pushBlock } from '../cell-sink';
import type { EncodeAnswer, EncodeRequest } from './types';

/** New values of a column are sent over from this many bytes on. */
const WORTH_SENDING = 1 << 17;

/** What an encoding thread does with a request; `answer` sends an answer back, memory in `transfer` without copying. */
export function createEncodeSide(
  answer: (told: EncodeAnswer, transfer: ArrayBuffer[]) => void,
): (request: EncodeRequest) => void {
  let builders: ByteColumnBuilder[] = [];
  const sendValues = (builder: ByteColumnBuilder, column: number): void => {
    const texts = builder.takeTexts();
    answer({ tell: 'values', column, texts }, [texts.arena.buffer, texts.offsets.buffer]);
  };
  return (request) => {
    switch (request.ask) {
      case 'begin':
        builders = Array.from({ length: request.columns }, () => new ByteColumnBuilder());
        return;
      case 'take':
        pushBlock(builders, request.block);
        for (const [column, builder] of builders.entries()) {
          if (builder.untaken >= WORTH_SENDING) sendValues(builder, column);
        }
        answer({ tell: 'taken' }, []);
        return;
      case 'finish':
        for (const [column, builder] of builders.splice(0).entries()) {
          sendValues(builder, column);
          const codes = builder.codes();
          answer({ tell: 'column', column, codes }, [codes.buffer]);
        }
    }
  };
}
