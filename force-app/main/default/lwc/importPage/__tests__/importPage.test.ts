import ImportPage, { type ImportReview } from 'c/importPage';
import type { NamedCenter } from 'c/importRows';
import { OrgFault } from 'c/orgPort';
import { all, eventually, heard, labelled, mount, one, textOf, unmountAll } from '#tests/support/mount.ts';
import { ADA, BO, CY, DI, EVE, LOBBY, NAMES, person, smallOrg, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const CENTERS: NamedCenter[] = [...NAMES].map(([id, name]) => ({ id, name, internalName: null }));
const CHOICES = CENTERS.map(({ id, name }) => ({ id, name: name ?? '' }));

function show({ chosen = WORK, org = new WholeMemoryOrg(smallOrg()) } = {}) {
    const element = mount(ImportPage, {
        org,
        viewpoint: viewFrom(chosen),
        centers: CENTERS,
        choices: CHOICES,
        isBusy: false
    });
    const root = element.shadowRoot;
    const part = (name: string) => one(root, name).shadowRoot!;
    const paste = async (text: string) => {
        const field = one<HTMLTextAreaElement>(part('c-import-source'), 'textarea');
        field.value = text;
        field.dispatchEvent(new CustomEvent('input'));
        await eventually(() => expect(labelled(part('c-import-source'), 'Read rows').disabled).toBe(false));
        labelled(part('c-import-source'), 'Read rows').click();
    };
    const rows = () => all(part('c-import-list'), 'tbody');
    const row = (text: string) => rows().find((body) => textOf(body).includes(text))!;
    const press = (text: string, label: string) => {
        const pressed = all(row(text), 'button').find((button) => textOf(button) === label);
        if (!pressed) throw new Error(`No ${label} in: ${textOf(row(text))}`);
        pressed.click();
    };
    /** Waits until a row says what happens to it. */
    const happens = (text: string, what: string) =>
        eventually(() => expect(textOf(one(row(text), '.happens'))).toContain(what));
    return { element, root, part, paste, rows, row, press, happens };
}

const sums = (root: ShadowRoot) => textOf(one(root, '.sums'));

describe('The import', () => {
    afterEach(unmountAll);

    it('shows what happens to each pasted row, and reviews those that move', async () => {
        const { element, root, paste, happens } = show();
        const reviews = heard<ImportReview>(element, 'review');
        await paste(`${ADA.email}\n${BO.email}\n${EVE.email}\nzz@x.example\n`);
        await happens(ADA.name, 'Will move');
        await happens(BO.name, 'Already there');
        await happens(EVE.name, 'Blocked');
        await happens('zz@x.example', 'Not found');
        expect(sums(root)).toMatch(/^1 user will move/);
        labelled(root, 'Review 1 move').click();
        expect(reviews).toMatchObject([{ plan: { target: WORK, users: [{ userId: ADA.id }] } }]);
        expect(reviews[0].users.map(({ id }) => id).sort()).toEqual([ADA.id, BO.id, EVE.id].sort());
    });

    it('reviews nothing while a move runs', async () => {
        const { element, root, paste, happens } = show();
        await paste(`${ADA.email}\n`);
        await happens(ADA.name, 'Will move');
        element.isBusy = true;
        await eventually(() => expect(labelled(root, 'Review 1 move').disabled).toBe(true));
    });

    it('says why a file cannot be read, and reads the next one', async () => {
        const { root, part } = show();
        const choose = (name: string, bytes: number[]) => {
            const input = one<HTMLInputElement>(part('c-import-source'), 'input[type=file]');
            const file = { name, size: bytes.length, arrayBuffer: async () => Uint8Array.from(bytes).buffer };
            Object.defineProperty(input, 'files', { value: [file], configurable: true });
            Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
            input.dispatchEvent(new CustomEvent('change'));
        };
        choose('picture.png', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2, 3, 0]);
        await eventually(() => expect(textOf(one(root, '[role=alert]'))).toContain("isn't text"));
        choose(
            'agents.csv',
            [...`Email\n${ADA.email}\n`].map((letter) => letter.charCodeAt(0))
        );
        await eventually(() => expect(textOf(one(root, '.file'))).toContain('agents.csv'));
    });

    it('lets a person say what the columns mean, and where everyone goes', async () => {
        const { part, paste, happens } = show({ chosen: 'everyone' });
        await paste(`Who,Note\n${ADA.username},x\n${CY.username},y\n`);
        const columns = await eventually(() => part('c-import-columns'));
        expect(labelled(columns, 'Check 2 rows').disabled).toBe(true);
        expect(all(columns, 'tbody tr').map(textOf)).toEqual([`2${ADA.username}x`, `3${CY.username}y`]);
        const center = all<HTMLElement & { label: string }>(columns, 'lightning-combobox').at(3)!;
        center.dispatchEvent(new CustomEvent('change', { detail: { value: WORK } }));
        await eventually(() => expect(labelled(columns, 'Check 2 rows').disabled).toBe(false));
        labelled(columns, 'Check 2 rows').click();
        await happens(ADA.name, 'Will move');
        await happens(CY.name, 'Will move');
    });

    it('pauses when Salesforce refuses the lookup, and continues', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const ask = org.usersBy.bind(org);
        org.usersBy = () => Promise.reject(new OrgFault('forbidden', ''));
        const { root, paste, happens } = show({ org });
        await paste(`${ADA.email}\n`);
        await eventually(() => expect(textOf(one(root, '.progress [role=status]'))).toContain("don't have access"));
        org.usersBy = ask;
        labelled(root, 'Continue').click();
        await happens(ADA.name, 'Will move');
    });
});

describe('A row of the import', () => {
    afterEach(unmountAll);

    it('is corrected in place, left out, and taken back', async () => {
        const { root, rows, paste, press, happens } = show();
        await paste(`${ADA.email}\nnobody@x.example\n`);
        await happens('nobody@x.example', 'Not found');
        press('nobody@x.example', 'Fix');
        const field = await eventually(() =>
            one<HTMLInputElement>(root.querySelector('c-import-list')!.shadowRoot!, 'input.field')
        );
        expect(field.value).toBe('nobody@x.example');
        field.value = CY.email;
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
        await happens(CY.name, 'Will move');
        press(CY.name, 'Skip row');
        await eventually(() => expect(rows().map(textOf).join()).toContain('Skipped'));
        expect(sums(root)).toMatch(/^1 user will move/);
    });

    it('that several users match waits until one is picked', async () => {
        const org = new WholeMemoryOrg({
            ...smallOrg(),
            people: [...smallOrg().people, person(40, 'Ada Byron', LOBBY, { email: 'other@mail.example' })]
        });
        const { row, paste, part, happens } = show({ org });
        await paste('Name\nAda Byron\nDi Vane\n');
        await happens('Ada Byron', 'More than one match');
        const list = part('c-import-list');
        const use = () => one<HTMLButtonElement>(list, 'button.use');
        expect(use().disabled).toBe(true);
        const pick = all<HTMLInputElement>(list, '.candidates input').find(({ value }) => value === ADA.id)!;
        pick.dispatchEvent(new CustomEvent('change'));
        await eventually(() => expect(use().disabled).toBe(false));
        use().click();
        await happens('Ada Byron', 'Will move');
        expect(textOf(row('Ada Byron'))).toContain('Old Dialer');
        await happens(DI.name, 'Will move');
    });

    it('with a call center that is not known gets one, for all rows that name it', async () => {
        const { root, part, paste, press, happens } = show();
        await paste(`Email,Call center\n${ADA.email},Nowhere\n${CY.email},nowhere\n`);
        await happens(ADA.name, 'Unknown call center');
        press(ADA.name, 'Choose call center');
        const list = part('c-import-list');
        const select = await eventually(() => one<HTMLSelectElement>(list, 'select.field'));
        select.value = WORK;
        one(list, 'button.all').click();
        await happens(ADA.name, 'Will move');
        await happens(CY.name, 'Will move');
        expect(sums(root)).toMatch(/^2 users will move/);
    });
});
