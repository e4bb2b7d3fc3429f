/** Deadlines of a pay run: what remains to be done with its files after an officer's word, chunk by chunk. */
export const DRAW_REST = 'pay-run.draw';
export const APPROVE_FILES = 'pay-run.approve-files';
export const QUEUE_FILES = 'pay-run.queue-files';
