/** Names of the two channels between the window and the main process. */

/** The window asks: `(method, request)`; answered with a `Result`. */
export const CALL_CHANNEL = 'winnow:call';

/** The menu tells: one `MenuCommand`. */
export const COMMAND_CHANNEL = 'winnow:command';
