import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { PageReference } from 'lightning/navigation';

/** A browser's window with one page in it, and its history. */
class FakeWindow extends EventTarget {
    readonly self = this;
    top: EventTarget = this;
    entries = ['/?as=viewer'];
    place = 0;
    readonly history = {
        pushState: (_state: unknown, _title: string, url: string): void => {
            this.entries.splice(++this.place, Infinity, url);
        },
        replaceState: (_state: unknown, _title: string, url: string): void => {
            this.entries[this.place] = url;
        }
    };
    get location() {
        return new URL(this.entries[this.place]!, 'http://preview.test');
    }
    back(): void {
        this.place -= 1;
        this.dispatchEvent(new Event('popstate'));
    }
}

const fake = new FakeWindow();
Object.assign(globalThis, { window: fake });
const { CurrentPageReference, NavigationMixin } = await import('../lds/navigation.ts');

class Element {
    isConnected = true;
}
type Navigating = Element & Record<symbol, (page: PageReference, replace?: boolean) => void>;
const Part = NavigationMixin(Element as never) as unknown as new () => Navigating;
const part = new Part();
const go = (page: PageReference, replace?: boolean) => part[NavigationMixin.Navigate]!(page, replace);

const reported: PageReference[] = [];
const wire = new CurrentPageReference((page) => reported.push(page));
const reports = async (): Promise<PageReference[]> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return reported.splice(0);
};

beforeEach(async () => {
    wire.disconnect();
    Object.assign(fake, { entries: ['/?as=viewer&c__view=history'], place: 0, top: fake });
    wire.connect();
    await reports();
});

const at = (state: PageReference['state']): PageReference => ({
    type: 'standard__navItemPage',
    attributes: { apiName: 'Switchboard' },
    state
});

test('the page is reported later, frozen, and without the parameters of the preview itself', async () => {
    wire.connect();
    assert.deepEqual(reported.splice(0), []);
    const [page] = await reports();
    assert.deepEqual(page, at({ c__view: 'history' }));
    assert.throws(() => Object.assign(page!, { type: 'other' }), TypeError);
    assert.throws(() => Object.assign(page!.state, { c__view: 'users' }), TypeError);
});

test('a page is added to the history, or replaces it, and is reported', async () => {
    go(at({ c__view: undefined, c__search: 'ada & co' }));
    go(at({ c__search: 'a+b' }), true);
    assert.deepEqual(fake.entries, ['/?as=viewer&c__view=history', '/?as=viewer&c__search=a%2Bb']);
    assert.deepEqual(await reports(), [at({ c__search: 'ada & co' }), at({ c__search: 'a+b' })]);
    fake.back();
    assert.deepEqual(await reports(), [at({ c__view: 'history' })]);
});

test('nothing is reported to a wire that is not connected anymore', async () => {
    go(at({}));
    wire.disconnect();
    assert.deepEqual(await reports(), []);
});

test('what the platform does not document is refused', () => {
    const refused: [PageReference, RegExp][] = [
        [at({ view: 'history' }), /no namespace/],
        [at({ c__view: 1 as never }), /isn't a string/],
        [at({ c__search: 'a\uD83D' }), /URI/],
        [{ ...at({}), type: 'standard__webPage' }, /has no page/],
        [{ ...at({}), attributes: { apiName: 'Other' } }, /has no page/]
    ];
    for (const [page, message] of refused) assert.throws(() => go(page), message);
    part.isConnected = false;
    assert.throws(() => go(at({})), /must be connected/);
    part.isConnected = true;
    assert.deepEqual(fake.entries, ['/?as=viewer&c__view=history']);
});

test('it is not in Lightning Out', () => {
    fake.top = new EventTarget();
    assert.throws(() => new CurrentPageReference(() => {}), /Lightning Out/);
    assert.throws(() => go(at({})), /Lightning Out/);
});
