import fc from 'fast-check';
import { AddressBar, CHANGE_PAUSE } from 'c/addressBar';
import { readAddress, writeAddress, type Address } from 'c/pageState';

const WORK = '04v000000000001AAA';
const DIALER = '04v000000000002AAA';
const START = readAddress('');
const work = readAddress(`?c__center=${WORK}`);
const dialer = readAddress(`?c__center=${DIALER}`);
const typed = (text: string, address = START): Address => ({ ...address, search: { ...address.search, text } });

/** A browser's history, a platform that reports every change, and timers that a test runs. */
function browser() {
    const entries: Address[] = [START];
    const reports: Address[] = [];
    let place = 0;
    let timers: { at: number; act: () => void }[] = [];
    let now = 0;
    const bar = new AddressBar(START, {
        navigate: (address, replaces) => {
            if (!replaces) place += 1;
            entries.splice(place, Infinity, ...(replaces ? [address, ...entries.slice(place + 1)] : [address]));
            reports.push(address);
        },
        later: (ms, act) => {
            const timer = { at: now + ms, act };
            timers.push(timer);
            return () => {
                timers = timers.filter((one) => one !== timer);
            };
        }
    });
    const pass = (ms: number) => {
        now += ms;
        for (const timer of timers.filter(({ at }) => at <= now)) {
            timers = timers.filter((one) => one !== timer);
            timer.act();
        }
    };
    /** The platform reports what was written, or only the last of it. */
    const report = (from = 0) =>
        reports
            .splice(0)
            .slice(from)
            .map((address) => bar.reported(structured(address)));
    /** Someone goes back or forward, which the platform reports after what was written before. */
    const go = (by: number) => {
        expect(report(-1).filter(Boolean)).toEqual([]);
        place = Math.min(Math.max(0, place + by), entries.length - 1);
        return bar.reported(structured(entries[place]));
    };
    return { bar, pass, report, go, entries, at: () => entries[place], isWaiting: () => timers.length > 0 };
}

/** An equal address that is another object, as the platform's are. */
function structured(address: Address): Address {
    return JSON.parse(JSON.stringify(address));
}

describe('The address', () => {
    it('gets an entry in the history for each step', () => {
        const { bar, pass, entries } = browser();
        bar.show({ address: work, isStep: true });
        pass(0);
        bar.show({ address: dialer, isStep: true });
        pass(0);
        expect(entries).toEqual([START, work, dialer]);
    });

    it('is brought up to date once after someone has typed, without an entry for each key', () => {
        const { bar, pass, entries } = browser();
        for (const text of ['a', 'ad', 'ada']) {
            bar.show({ address: typed(text), isStep: false });
            pass(CHANGE_PAUSE - 1);
            expect(entries).toEqual([START]);
        }
        pass(1);
        expect(entries).toEqual([typed('ada')]);
    });

    it('takes a step and the changes that come with it for one entry', () => {
        const { bar, pass, entries } = browser();
        bar.show({ address: typed('ada', work), isStep: true });
        bar.show({ address: work, isStep: false });
        pass(0);
        expect(entries).toEqual([START, work]);
    });

    it('keeps what was typed just before a step in the entry that the step leaves', () => {
        const { bar, pass, entries } = browser();
        bar.show({ address: typed('ada'), isStep: false });
        bar.show({ address: typed('ada', work), isStep: true });
        pass(CHANGE_PAUSE);
        expect(entries).toEqual([typed('ada'), typed('ada', work)]);
    });

    it('has no two entries alike after a review that was left', () => {
        const { bar, pass, report, go, entries } = browser();
        const review = { ...work, isCovered: true };
        bar.show({ address: work, isStep: true });
        pass(0);
        for (let times = 0; times < 3; times += 1) {
            bar.show({ address: review, isStep: true });
            pass(0);
            expect(entries).toEqual([START, work, review]);
            bar.show({ address: work, isStep: false });
            pass(CHANGE_PAUSE);
        }
        bar.show({ address: dialer, isStep: true });
        pass(0);
        report();
        expect(entries).toEqual([START, work, dialer]);
        expect(go(-1)).toEqual(work);
    });

    it('stays as it is when the page shows what it says', () => {
        const { bar, pass, entries, isWaiting } = browser();
        bar.show({ address: structured(START), isStep: true });
        expect(isWaiting()).toBe(false);
        bar.show({ address: typed('a'), isStep: false });
        bar.show({ address: START, isStep: false });
        pass(CHANGE_PAUSE);
        expect(entries).toEqual([START]);
    });

    it('is not written once another page has it', () => {
        const { bar, pass, entries } = browser();
        bar.show({ address: typed('ada'), isStep: false });
        bar.stop();
        pass(CHANGE_PAUSE);
        expect(entries).toEqual([START]);
    });
});

describe('A report of the address', () => {
    it('is shown when someone went back or forward', () => {
        const { bar, pass, report, go } = browser();
        bar.show({ address: work, isStep: true });
        pass(0);
        expect(report()).toEqual([null]);
        expect(go(-1)).toEqual(START);
        expect(go(1)).toEqual(work);
    });

    it('is not shown when the page wrote it, even if it wrote another one since', () => {
        const { bar, pass, report, entries } = browser();
        bar.show({ address: work, isStep: true });
        pass(0);
        bar.show({ address: dialer, isStep: true });
        pass(0);
        expect(report()).toEqual([null, null]);
        expect(entries).toHaveLength(3);
    });

    it('is not shown when only the last of several was reported, and Back still works', () => {
        const { bar, pass, go } = browser();
        bar.show({ address: work, isStep: true });
        pass(0);
        bar.show({ address: dialer, isStep: true });
        pass(0);
        expect(bar.reported(structured(dialer))).toBeNull();
        expect(go(-1)).toEqual(work);
    });

    it('ends what waits, because it would be written over the entry that was opened', () => {
        const { bar, pass, report, go, entries } = browser();
        bar.show({ address: work, isStep: true });
        pass(0);
        report();
        bar.show({ address: typed('ada', work), isStep: false });
        expect(go(-1)).toEqual(START);
        pass(CHANGE_PAUSE);
        expect(entries).toEqual([START, work]);
    });

    it('is not shown when it says what the page opened with', () => {
        expect(browser().bar.reported(structured(START))).toBeNull();
    });

    it('leaves the page and the address at the same place, whatever someone does', () => {
        const step = fc.record({ kind: fc.constantFrom('choose', 'type', 'go', 'wait', 'report'), value: fc.nat(3) });
        fc.assert(
            fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
                const { bar, pass, report, go, at } = browser();
                let page: Address = START;
                const follow = (address: Address | null) => (page = address ?? page);
                for (const { kind, value } of steps) {
                    switch (kind) {
                        case 'choose':
                            page = { ...page, center: [null, 'none' as const, WORK, DIALER][value] };
                            bar.show({ address: page, isStep: true });
                            break;
                        case 'type':
                            page = typed(['', 'a', 'ad', 'ada'][value], page);
                            bar.show({ address: page, isStep: false });
                            break;
                        case 'go':
                            follow(go(value - 2));
                            break;
                        case 'wait':
                            pass(value * CHANGE_PAUSE);
                            break;
                        case 'report':
                            report(-value).forEach(follow);
                            break;
                    }
                }
                pass(CHANGE_PAUSE);
                report().forEach(follow);
                expect(writeAddress(page)).toEqual(writeAddress(at()));
            }),
            { numRuns: 2_000 }
        );
    });
});
