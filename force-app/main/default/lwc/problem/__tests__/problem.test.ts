import Problem from 'c/problem';
import { all, heard, labelled, mount, one, textOf, unmountAll } from '#tests/support/mount.ts';

const show = (isExpired = false) =>
    mount(Problem, { heading: "Couldn't load users", problem: { text: 'Salesforce is busy.', isExpired } });

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

    it('offers to log in only after an expired session', () => {
        expect(all(show().shadowRoot, 'c-login-link')).toEqual([]);
        expect(all(show(true).shadowRoot, 'c-login-link')).toHaveLength(1);
    });

    it.each([false, true])('is accessible (expired: %p)', async (isExpired) => {
        await expect(show(isExpired)).toBeAccessible();
    });
});
