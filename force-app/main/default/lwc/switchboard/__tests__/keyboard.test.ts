import { switchKeys } from 'c/keys';
import { obeyKeys } from '../keyboard.ts';

/** Listens to keys, and tells what each one did. */
function listen(canDo = true) {
    const done: string[] = [];
    const act = (name: string) => () => {
        if (canDo) done.push(name);
        return canDo;
    };
    const stop = obeyKeys({
        search: act('search'),
        back: act('back'),
        review: act('review'),
        undo: act('undo'),
        help: act('help')
    });
    const press = (key: string) => {
        const event = new KeyboardEvent('keydown', { key, cancelable: true });
        window.dispatchEvent(event);
        return event.defaultPrevented;
    };
    return { done, press, stop };
}

describe('The keyboard', () => {
    afterEach(() => switchKeys(true));

    it('does what a key says, and leaves the keys of a row to the table', () => {
        const { done, press, stop } = listen();
        expect(['/', 'u', 'r', 'Escape', '?', 'm', 'x', 'a'].map(press)).toEqual([
            true,
            true,
            true,
            true,
            true,
            false,
            false,
            false
        ]);
        expect(done).toEqual(['search', 'undo', 'review', 'back', 'help']);
        stop();
        press('u');
        expect(done).toHaveLength(5);
    });

    it('leaves a key to the browser when there is nothing to do', () => {
        const { press, stop } = listen(false);
        expect(press('/')).toBe(false);
        stop();
    });

    it('obeys no key that is turned off, but opens the list that turns them on', () => {
        switchKeys(false);
        const { done, press, stop } = listen();
        for (const key of ['/', 'u', 'r', 'Escape', '?']) press(key);
        expect(done).toEqual(['help']);
        stop();
    });
});
