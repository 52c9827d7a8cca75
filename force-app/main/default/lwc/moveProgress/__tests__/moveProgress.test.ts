import MoveProgress from 'c/moveProgress';
import type { Progress } from 'c/moveRun';
import { all, mount, one, settled, textOf, unmountAll } from '#tests/support/mount.ts';

const PROGRESS: Progress = {
    runId: 'run',
    state: 'running',
    total: 400,
    counts: { moved: 90, 'already there': 4, 'changed meanwhile': 0, refused: 6, 'not attempted': 0 },
    toGo: 300,
    pausedBecause: null,
    words: null,
    startedAt: 0,
    etaMs: null
};

const show = (change: Partial<Progress> = {}) =>
    mount(MoveProgress, { progress: { ...PROGRESS, ...change } as Progress | null });

describe('The progress of a run', () => {
    afterEach(unmountAll);

    it('tells how far it is, to eyes and to screen readers', async () => {
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

    it('counts by outcome, leaves out what did not happen, and says how many are to go', () => {
        const texts = all(show().shadowRoot, '.counts span').map(textOf).filter(Boolean);
        expect(texts).toEqual(['90 moved', '4 already there', '6 refused', '300 to go']);
    });

    it('begins at nothing moved', () => {
        const counts = { ...PROGRESS.counts, moved: 0, 'already there': 0, refused: 0 };
        const { shadowRoot } = show({ counts, toGo: 400 });
        expect(textOf(one(shadowRoot, '.counts'))).toContain('0 moved');
        expect(one(shadowRoot, '[role="progressbar"]').getAttribute('aria-valuenow')).toBe('0');
    });

    it.each<[Partial<Progress>, string]>([
        [{ state: 'running' }, ''],
        [{ state: 'paused', pausedBecause: 'user' }, 'Paused. Nothing is written until you continue.'],
        [
            { state: 'paused', pausedBecause: 'expired' },
            'Your session has ended. Log in again in another tab, then continue.'
        ],
        [
            { state: 'paused', pausedBecause: 'unsettled' },
            'An answer was lost and the org cannot be read, so it is not yet known who was moved. Continue to read again.'
        ],
        [{ state: 'waiting', words: 'Server busy' }, 'Waiting to try again: Server busy'],
        [{ state: 'pausing' }, 'Pausing after the batch in flight'],
        [{ state: 'stopping' }, 'Stopping after the batch in flight']
    ])('with %j says: %s', (change, text) => {
        expect(textOf(one(show(change).shadowRoot, '.words'))).toBe(text);
    });

    it('is accessible, also before anything is known', async () => {
        await expect(show()).toBeAccessible();
        unmountAll();
        await expect(mount(MoveProgress, { progress: null })).toBeAccessible();
    });
});
