import { readChoices, readName } from '../reads.ts';
import { ME, smallOrg } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

describe('The page reads', () => {
    it('profiles and roles, and the name of a user, or their ID if the org hides the name', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        expect(await readChoices(org)).toEqual({ profiles: smallOrg().profiles, roles: smallOrg().roles });
        expect(await readName(org, ME.id)).toBe('Mo Admin');
        expect(await readName(org, '005000000000999AAA')).toBe('005000000000999AAA');
    });
});
