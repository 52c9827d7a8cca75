import Problem from 'c/problem';
import { heard, labelled, mount, one, textOf, unmountAll } from '#tests/support/mount.ts';

const show = () => mount(Problem, { heading: "Couldn't load users", message: 'Salesforce is busy.' });

describe('An error', () => {
    afterEach(unmountAll);

    it("announces what couldn't be loaded, and why", () => {
        const { shadowRoot } = show();
        const alert = one(shadowRoot, '[role="alert"]');
        expect(textOf(one(alert, 'strong'))).toBe("Couldn't load users");
        expect(textOf(one(alert, '.words'))).toBe('Salesforce is busy.');
    });

    it('sends an event when the user tries again', () => {
        const element = show();
        const retried = heard(element, 'retry');
        labelled(element.shadowRoot, 'Try again').click();
        expect(retried).toHaveLength(1);
    });

    it('is accessible', async () => {
        await expect(show()).toBeAccessible();
    });
});
