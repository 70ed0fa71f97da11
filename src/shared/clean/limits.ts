/** Bounds of everything a recipe may hold. They are far above use and far below harm. */

/** Characters of a regular expression. */
export const MAX_PATTERN = 1_000;
/** Characters of an expression. */
export const MAX_EXPRESSION = 4_000;
/** Steps of one recipe. */
export const MAX_STEPS = 500;
/** Conditions of one step. */
export const MAX_CONDITIONS = 20;
/** Transforms of one `change` step or of one mapped field. */
export const MAX_TRANSFORMS = 50;
/** Columns one step may name. */
export const MAX_STEP_COLUMNS = 2_000;
/** Columns one step may make. */
export const MAX_INTO = 100;
/** Merged clusters of one step; 40,000 are shown at once. */
export const MAX_CLUSTERS = 100_000;
/** Spellings of all clusters of one step. */
export const MAX_SPELLINGS = 1_000_000;
/** Entries of one lookup. */
export const MAX_LOOKUP = 100_000;
/** Characters of a cell a pattern, a name or an address reader looks at; longer cells pass unchanged. */
export const MAX_READ_CHARS = 100_000;
/** Most frequent changes kept of one step. */
export const MAX_SAMPLES = 100;
/** New variants a step lists; the sentence counts them all. */
export const MAX_CAUGHT = 1_000;
