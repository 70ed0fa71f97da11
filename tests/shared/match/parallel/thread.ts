import { serveThread } from '../../../../src/main/cli/serve-thread';
import { createWorkerSide } from '../../../../src/shared/match/parallel/worker-side';

serveThread(createWorkerSide);
