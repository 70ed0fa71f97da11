import { z } from 'zod';

/** Imported first by every entry: Zod's generated code needs `eval`, which the content security policy forbids. */
z.config({ jitless: true });
