import MoveProgress from 'c/moveProgress';
import type { Progress } from 'c/moveRun';
import { all, mount, one, settled, textOf, unmountAll } from '#tests/support/mount.ts';

const PROGRESS: Progress = {
    runId: 'run',
    state: 'running',
    total: 400,
    counts: { moved: 90, 'already there': 4, 'changed meanwhile': 0, refused: 6, 'not attempted': 0, uncertain: 0 },
    toGo: 300,
    unconfirmed: 0,
    pausedBecause: null,
    words: null,
    startedAt: 0,
    etaMs: null
};

const show = (change: Partial<Progress> = {}) =>
    mount(MoveProgress, { progress: { ...PROGRESS, ...change } as Progress | null });

describe('The progress of a move', () => {
    afterEach(unmountAll);

    it('shows the progress in a bar, also to screen readers', async () => {
        const element = show();
        const bar = one(element.shadowRoot, '[role="progressbar"]');
        expect(bar.getAttribute('aria-label')).toBe('Progress');
        expect(bar.getAttribute('aria-valuenow')).toBe('25');
        expect(all(bar, 'span').map((part) => part.getAttribute('style'))).toEqual([
            expect.stringContaining('22.5%'),
            expect.stringContaining('1%'),
            expect.stringContaining('1.5%')
        ]);
        element.progress = { ...PROGRESS, toGo: 0 };
        await settled();
        expect(bar.getAttribute('aria-valuenow')).toBe('100');
    });

    it('offers to log in in a new tab only while an expired session holds it', () => {
        const links = (change: Partial<Progress>) => all(show(change).shadowRoot, 'c-login-link');
        expect(links({ state: 'paused', pausedBecause: 'expired' })).toEqual([
            expect.objectContaining({ isNewTab: true })
        ]);
        expect(links({ state: 'paused', pausedBecause: 'user' })).toEqual([]);
        expect(links({})).toEqual([]);
    });

    it('counts users by outcome, leaves out empty counts, and shows how many remain', () => {
        const texts = all(show().shadowRoot, '.counts span').map(textOf).filter(Boolean);
        expect(texts).toEqual(['90 moved', '4 already there', '6 failed', '300 remaining']);
    });

    it.each([
        [0, 'Stopping after the current batch'],
        [1, 'Stopping. Checking whether 1 user moved'],
        [50, 'Stopping. Checking whether these users moved: 50']
    ])('says what a stopping move waits for, with %i users to check', (unconfirmed, text) => {
        const { shadowRoot } = mount(MoveProgress, { progress: { ...PROGRESS, state: 'stopping', unconfirmed } });
        expect(textOf(one(shadowRoot, '.words'))).toBe(text);
    });

    it('starts at 0 moved', () => {
        const counts = { ...PROGRESS.counts, moved: 0, 'already there': 0, refused: 0 };
        const { shadowRoot } = show({ counts, toGo: 400 });
        expect(textOf(one(shadowRoot, '.counts'))).toContain('0 moved');
        expect(one(shadowRoot, '[role="progressbar"]').getAttribute('aria-valuenow')).toBe('0');
    });

    it.each<[Partial<Progress>, string]>([
        [{ state: 'running' }, ''],
        [{ state: 'paused', pausedBecause: 'user' }, 'Paused. No one moves until you select Continue.'],
        [
            { state: 'paused', pausedBecause: 'expired' },
            'Your session expired. Log in again in another tab, then select Continue.'
        ],
        [
            { state: 'paused', pausedBecause: 'unsettled' },
            "Paused. The connection was lost, so it's not clear yet who moved. To check again, select Continue."
        ],
        [{ state: 'waiting', words: 'Server busy' }, 'Trying again soon. Last error: “Server busy”'],
        [{ state: 'waiting', words: null }, 'Trying again soon.'],
        [{ state: 'pausing' }, 'Pausing after the current batch'],
        [{ state: 'stopping' }, 'Stopping after the current batch']
    ])('for %j, shows: %s', (change, text) => {
        expect(textOf(one(show(change).shadowRoot, '.words'))).toBe(text);
    });

    it('is accessible, with and without progress', async () => {
        await expect(show()).toBeAccessible();
        unmountAll();
        await expect(mount(MoveProgress, { progress: null })).toBeAccessible();
    });
});
