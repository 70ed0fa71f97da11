import { SOURCE_EXTENSIONS } from '@shared/host/names';

/** What the file picker offers. Other files may still be dropped; reading them decides. */
export const ACCEPTED = SOURCE_EXTENSIONS.map((ending) => `.${ending}`).join(',');
