import RuleForm from 'c/ruleForm';
import type { CheckWrite } from 'c/orgPort';
import { readRules, type Rule } from 'c/rules';
import { all, labelled, mount, one, settled, textOf, unmountAll, type Stub } from '#tests/support/mount.ts';
import { ADA, DIALER, NAMES, smallOrg, WORK } from '#tests/support/people.ts';
import { nameOf } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

async function show(rule: Rule | null = null) {
    const { profiles, roles } = smallOrg();
    const centers = [...NAMES].map(([id, name]) => ({ id, name }));
    const org = new WholeMemoryOrg(smallOrg());
    const rules = rule ? [rule] : [];
    const element = mount(RuleForm, { org, rule, rules, profiles, roles, centers, nameOf, isSaving: false });
    const { shadowRoot: root } = element;
    const saved: CheckWrite[] = [];
    element.addEventListener('save', (event) => saved.push((event as CustomEvent).detail));
    await settled();
    const type = async (label: string, value: string) => {
        labelled(root, label).dispatchEvent(new CustomEvent('change', { detail: { value } }));
        await settled();
    };
    const pick = async (place: number, ids: string[]) => {
        all<Stub>(root, 'c-choice-picker')[place].dispatchEvent(new CustomEvent('pick', { detail: ids }));
        await settled();
    };
    const save = async () => {
        labelled(root, 'Save').click();
        await settled();
    };
    return { element, root, saved, type, pick, save };
}

describe('The form of a rule', () => {
    afterEach(unmountAll);

    it('says one after the other what is missing, and then saves', async () => {
        const { root, saved, type, pick, save } = await show();
        const problem = () => textOf(one(root, '[role="alert"]'));
        await save();
        expect(problem()).toBe('Enter a name.');
        await type('Rule name', '  Agents ');
        await save();
        expect(problem()).toBe('Choose at least one profile, role, title, or department.');
        await type('Departments, one per line', Array.from({ length: 51 }, (_, at) => `D${at}`).join('\n'));
        await save();
        expect(problem()).toContain('up to 50');
        await type('Departments, one per line', 'Service');
        await pick(0, [ADA.profileId]);
        await save();
        expect(problem()).toBe('Choose the call center that these users belong in.');
        await pick(2, [WORK]);
        expect(all(root, '[role="alert"]')).toHaveLength(0);
        await save();
        expect(saved).toMatchObject([
            {
                what: 'rule',
                recordId: null,
                fields: {
                    name: 'Agents',
                    profiles: ADA.profileId,
                    departments: 'Service',
                    target: WORK,
                    targetName: '8x8 Work',
                    order: 1
                }
            }
        ]);
    });

    it('starts from a user', async () => {
        const { root, saved, type, save } = await show();
        await type('Same call center as this user (username or email)', ' ada.byron@mail.example');
        labelled(root, 'Use this user').click();
        await settled();
        await type('Rule name', 'Like Ada');
        await save();
        expect(saved).toMatchObject([{ fields: { profiles: ADA.profileId, roles: ADA.roleId, target: DIALER } }]);
        await type('Same call center as this user (username or email)', 'nobody@mail.example');
        labelled(root, 'Use this user').click();
        await settled();
        expect(textOf(one(root, '[role="alert"]'))).toContain('No user has this username or email');
    });

    it('changes a rule, and keeps its place', async () => {
        const texts = { profiles: '', roles: '', titles: 'Agent', departments: '' };
        const [rule] = readRules([
            { recordId: 'a1', name: 'Old', order: 4, isActive: false, ...texts, target: WORK, targetName: null }
        ]);
        const { saved, type, save } = await show(rule);
        await type('Rule name', 'New');
        await save();
        expect(saved[0]).toMatchObject({ recordId: 'a1', fields: { name: 'New', titles: 'Agent' } });
        expect(Object.keys(saved[0].what === 'rule' ? saved[0].fields : {})).not.toContain('order');
    });

    it('is accessible', async () => {
        const { element } = await show();
        await expect(element).toBeAccessible();
    });
});
