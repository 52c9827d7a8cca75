import { LABELS } from 'c/labels';
import MoveProgress from 'c/moveProgress';
import MoveReport from 'c/moveReport';
import type { Progress, RunReport } from 'c/moveRun';
import { OrgFault, type FaultKind } from 'c/orgPort';
import { faultText, faultWords, settledText } from 'c/wording';
import { mount, one, textOf, unmountAll } from '#tests/support/mount.ts';
import { noticeOf } from '../messages.ts';
import { unsavedText } from '../unsavedText.ts';

/** What each kind of failure is called, wherever it appears. What to do next can differ by place. */
const SENTENCES: Record<FaultKind, string> = {
    offline: "Salesforce didn't respond.",
    busy: 'Salesforce is busy.',
    expired: 'Your session expired.',
    forbidden: "You don't have access to this data.",
    limit: 'Your org reached its daily API request limit.',
    hidden: 'The Call Center field (CallCenterId) on User is hidden from you.',
    invalid: "Salesforce couldn't process this request.",
    unreadable: "Switchboard couldn't read Salesforce's response."
};
const KINDS = Object.keys(SENTENCES) as FaultKind[];

const settled = (outcome: 'refused' | 'uncertain', code: FaultKind) => ({
    ...{ userId: '005', name: 'Ada', from: null, to: '04v', words: null, reason: null },
    outcome,
    code
});
const nameOf = (id: string | null) => `center ${id}`;
const progress = (change: Partial<Progress>): string => {
    const counts = {
        moved: 1,
        'already there': 0,
        'changed meanwhile': 0,
        refused: 0,
        'not attempted': 0,
        uncertain: 0
    };
    const shown = { runId: 'r', total: 2, counts, toGo: 1, unconfirmed: 0, startedAt: 0, etaMs: null };
    const element = mount(MoveProgress, {
        progress: { ...shown, state: 'waiting', pausedBecause: null, words: null, ...change } as Progress | null
    });
    return textOf(one(element.shadowRoot, '.words'));
};
const click = (code: FaultKind) =>
    noticeOf(
        {
            about: 'click',
            click: { run: { settled: settled('uncertain', code), open: null, report: null } } as never,
            isUndoing: false
        },
        nameOf,
        null
    ).text;
const stopped = (stoppedBecause: 'forbidden' | 'limit' | 'hidden') => {
    const run = {
        runId: 'r',
        field: 'CallCenterId' as const,
        target: '04v',
        startedAt: 0,
        endedAt: 1,
        by: '',
        undoOf: null
    };
    const report: RunReport = { ...run, settled: [], stoppedBecause, words: 'Later' };
    const element = mount(MoveReport, { report: report as RunReport | null, nameOf, mayEdit: true });
    return textOf(one(element.shadowRoot, '.sub'));
};

/** Every place that shows a failure, and the kinds that can reach it. */
const PLACES: [place: string, kinds: FaultKind[], text: (kind: FaultKind) => string][] = [
    ['a list, the table, a review', KINDS, (kind) => faultWords(new OrgFault(kind, 'Later')).text],
    ['a notice', KINDS, (kind) => noticeOf({ about: 'failure', thrown: new OrgFault(kind, '') }, nameOf, null).text],
    ['the notice of a click that nothing confirmed', KINDS, click],
    ['a user in results', KINDS, (kind) => settledText(settled('refused', kind), nameOf)],
    ['a move that waits', ['offline', 'busy', 'unreadable'], (kind) => progress({ words: 'Later', fault: kind })],
    ['a move that is paused', ['expired'], () => progress({ state: 'paused', pausedBecause: 'expired' })],
    ['results of a move that stopped', ['forbidden', 'limit', 'hidden'], (kind) => stopped(kind as 'limit')],
    [
        'a move that is not in the history',
        KINDS,
        (kind) => unsavedText({ runs: 1, fault: new OrgFault(kind, 'Later'), isBusy: false } as never)!.text
    ]
];

describe('A failure', () => {
    afterEach(unmountAll);

    it.each(PLACES.flatMap(([place, kinds, text]) => kinds.map((kind) => ({ place, kind, text }))))(
        'of kind $kind is called the same in $place',
        ({ kind, text }) => {
            expect(text(kind)).toContain(SENTENCES[kind]);
        }
    );

    it.each(KINDS)('of kind %s is never called like another one', (kind) => {
        const others = KINDS.filter((other) => other !== kind).map((other) => SENTENCES[other]);
        const texts = PLACES.filter(([, kinds]) => kinds.includes(kind)).map(([, , text]) => text(kind));
        expect(texts.filter((text) => others.some((other) => text.includes(other)))).toEqual([]);
    });

    it.each(KINDS)('of kind %s says what to do next where nothing else does', (kind) => {
        const text = faultText(new OrgFault(kind, ''));
        expect(text === SENTENCES[kind]).toBe(kind === 'invalid');
        expect(LABELS.waiting).not.toBe('');
    });
});
