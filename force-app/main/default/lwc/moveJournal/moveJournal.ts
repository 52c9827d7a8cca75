/** What survives a crash: the journal of runs in the browser's storage, and resuming from it. */
export { openJournal, type MoveJournal } from './journal.ts';
export type { JournalEntry, SetAside, SetAsideReason } from './entries.ts';
export type { StorageLike, Whose } from './shelf.ts';
export { abandonRun, resumeRun, type ResumeOptions } from './resume.ts';
export { lockRun, type LocksLike } from './lock.ts';
