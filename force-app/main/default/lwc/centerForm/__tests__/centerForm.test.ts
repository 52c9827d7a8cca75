import { createElement } from 'lwc';
import CenterForm from 'c/centerForm';
import type { CallCenter } from 'c/callCenters';
import { OrgFault, type CenterProfile } from 'c/orgPort';

const CENTER: CallCenter = {
    id: '04v000000000001AAA',
    name: null,
    internalName: null,
    kind: 'unknown',
    knownBy: null,
    vendor: null,
    note: null,
    source: 'used',
    readAt: null,
    recordId: null,
    members: 3
};

interface Form extends HTMLElement {
    org: unknown;
    center: CallCenter;
    centers: { id: string; name: string }[];
}

function show(saveCenterProfile: (profile: CenterProfile) => Promise<string | null>) {
    const form = createElement('c-center-form', { is: CenterForm }) as unknown as Form;
    form.org = { saveCenterProfile };
    form.center = CENTER;
    document.body.append(form);
    const find = (selector: string) => form.shadowRoot!.querySelector(selector) as HTMLElement;
    const type = (selector: string, value: string) =>
        find(selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));
    const press = () => find('lightning-button').click();
    return { form, find, type, press };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('The call center form', () => {
    afterEach(() => document.body.replaceChildren());

    it('keeps what was typed when the same call center is read again', async () => {
        const saved: CenterProfile[] = [];
        const { form, type, press } = show(async (profile) => {
            saved.push(profile);
            return null;
        });
        type('lightning-input', 'Lobby');
        form.center = { ...CENTER, members: 4 };
        await settled();
        press();
        expect(saved).toMatchObject([{ name: 'Lobby' }]);
    });

    it('warns about a name that another call center has, and saves it all the same', async () => {
        const saved: CenterProfile[] = [];
        const { form, find, type, press } = show(async (profile) => {
            saved.push(profile);
            return null;
        });
        form.centers = [
            { id: CENTER.id, name: 'Lobby' },
            { id: '04v000000000002AAA', name: 'Support' }
        ];
        type('lightning-input', 'lobby');
        await settled();
        expect(find('[role="status"]')).toBeNull();
        type('lightning-input', ' support ');
        await settled();
        expect(find('[role="status"]').textContent).toBe('Another call center is named Support.');
        press();
        expect(saved).toMatchObject([{ name: 'support' }]);
    });

    it('saves the name and type, and sends an event', async () => {
        const saved: CenterProfile[] = [];
        const { form, type, press } = show(async (profile) => {
            saved.push(profile);
            return null;
        });
        const told = jest.fn();
        form.addEventListener('saved', told);
        type('lightning-input', ' Night shift ');
        type('lightning-combobox', 'open-cti');
        await settled();
        press();
        await settled();
        expect(saved).toEqual([{ callCenterId: CENTER.id, name: 'Night shift', kind: 'open-cti' }]);
        expect(told).toHaveBeenCalledTimes(1);
    });

    it("can't be saved without a name", async () => {
        const { find, type } = show(async () => null);
        type('lightning-input', '   ');
        await settled();
        expect((find('lightning-button') as unknown as { disabled: boolean }).disabled).toBe(true);
    });

    it("shows Salesforce's message when saving fails, and keeps what the user typed", async () => {
        const { form, find, type, press } = show(async () => 'INSUFFICIENT_ACCESS: No access');
        const told = jest.fn();
        form.addEventListener('saved', told);
        type('lightning-input', 'Night shift');
        await settled();
        press();
        await settled();
        expect(find('[role=alert]').textContent).toBe("Couldn't save. Salesforce says: “No access”");
        expect((find('lightning-input') as unknown as { value: string }).value).toBe('Night shift');
        expect(told).not.toHaveBeenCalled();
    });

    it("shows an error when Salesforce doesn't respond", async () => {
        const { find, type, press } = show(() => Promise.reject(new OrgFault('offline', '')));
        type('lightning-input', 'Night shift');
        await settled();
        press();
        await settled();
        expect(find('[role=alert]').textContent).toContain("Salesforce didn't respond.");
    });

    it('is accessible', async () => {
        const { form } = show(async () => null);
        await expect(form).toBeAccessible();
    });
});
