import { randomHex } from '../../state/clock';

/** The id of a table that is not in the project yet. */
export const newTableId = (): string => `t-${randomHex(6)}`;
