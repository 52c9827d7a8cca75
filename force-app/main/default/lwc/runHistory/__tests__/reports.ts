/** Reports to save to the history. */
import type { RunReport, Settled } from 'c/moveRun';
import { NAMES, WORK, type ADA } from '#tests/support/people.ts';

export const centerName = (id: string) => NAMES.get(id) ?? null;

/** The result for a user who was to move to WORK. */
export function became(
    { id, name, callCenterId }: typeof ADA,
    outcome: Settled['outcome'],
    more: Partial<Settled> = {}
) {
    const settled = { userId: id, name, from: callCenterId, to: WORK, outcome, words: null, code: null, reason: null };
    return { ...settled, ...more } satisfies Settled;
}

export function reportOf(settled: Settled[], more: Partial<RunReport> = {}): RunReport {
    const startedAt = Date.UTC(2026, 10, 2, 9, 41);
    return {
        runId: 'run-1',
        field: 'CallCenterId',
        target: WORK,
        startedAt,
        endedAt: startedAt + 42_000,
        by: 'Mo Admin',
        settled,
        stoppedBecause: null,
        words: null,
        undoOf: null,
        ...more
    };
}
