import { readAddress } from 'c/pageState';

describe('The address of the page', () => {
    it('names a call center by an id of 15 or 18 characters', () => {
        expect(readAddress('?c__center=04v000000000001AAA').center).toBe('04v000000000001AAA');
        expect(readAddress('?as=admin&c__center=04v000000000001').center).toBe('04v000000000001AAA');
    });

    it('names no call center without the parameter or with anything that is not an id', () => {
        for (const search of ['', '?c__center=', '?c__center=<script>', '?center=04v000000000001AAA']) {
            expect(readAddress(search).center).toBeNull();
        }
    });

    it('names a view, or the list of users if there is no such view', () => {
        expect(readAddress('?c__view=history')).toEqual({ view: 'history', center: null });
        for (const search of ['', '?c__view=', '?c__view=HISTORY', '?c__view=<script>', '?view=history']) {
            expect(readAddress(search).view).toBe('users');
        }
    });
});

it('reads the parameters of a package, which have its namespace', () => {
    expect(readAddress('?swb__view=history').view).toBe('history');
    expect(readAddress('?view=history').view).toBe('users');
});
