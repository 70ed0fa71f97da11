import { inconsistency } from './consistency';
import { targetSystemSchema } from './schema';
import { readTarget } from './written';

/** A catalogue as it stands in the journal: right in shape, and consistent in itself. */
export const consistentTargetSchema = targetSystemSchema.refine(
  (written) => inconsistency(readTarget(written)) === null,
  'is not consistent in itself',
);
