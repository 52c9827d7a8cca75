import Problem from 'c/problem';
import { heard, labelled, mount, one, textOf, unmountAll } from '#tests/support/mount.ts';

const show = () => mount(Problem, { heading: 'Users could not be read', message: 'The org is busy.' });

describe('A problem', () => {
    afterEach(unmountAll);

    it('says at once what could not be read, and why', () => {
        const { shadowRoot } = show();
        const alert = one(shadowRoot, '[role="alert"]');
        expect(textOf(one(alert, 'strong'))).toBe('Users could not be read');
        expect(textOf(one(alert, '.words'))).toBe('The org is busy.');
    });

    it('offers to try again', () => {
        const element = show();
        const retried = heard(element, 'retry');
        labelled(element.shadowRoot, 'Try again').click();
        expect(retried).toHaveLength(1);
    });

    it('is accessible', async () => {
        await expect(show()).toBeAccessible();
    });
});
