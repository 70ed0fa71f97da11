/** A thread came to nothing; what it was given has to be read again without it. */
export class ThreadFailed extends Error {}
