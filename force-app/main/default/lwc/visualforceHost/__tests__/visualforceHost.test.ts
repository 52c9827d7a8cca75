import { centersPage } from 'c/visualforceHost';

describe('The Visualforce page of an org', () => {
    it.each([
        ['acme.lightning.force.com', 'acme--c.vf.force.com'],
        ['acme--uat.sandbox.lightning.force.com', 'acme--uat--c.sandbox.vf.force.com'],
        ['acme-dev-ed.develop.lightning.force.com', 'acme-dev-ed--c.develop.vf.force.com']
    ])('is on its own origin, beside the tab at %s', (host, visualforce) => {
        expect(centersPage({ host }, '')).toEqual({
            src: `https://${visualforce}/apex/SwitchboardCenters`,
            origin: `https://${visualforce}`
        });
    });

    it.each([
        ['acme--c.vf.force.com', 'acme.my.salesforce.com'],
        ['acme--uat--c.sandbox.vf.force.com', 'acme--uat.sandbox.my.salesforce.com']
    ])('is reached by way of the org’s own address in the Setup frame at %s', (host, org) => {
        expect(centersPage({ host }, '')).toEqual({
            src: `https://${org}/apex/SwitchboardCenters`,
            origin: `https://${host}`
        });
    });

    it('has the namespace of a package in its name and its origin', () => {
        expect(centersPage({ host: 'acme.lightning.force.com' }, 'swb__')).toEqual({
            src: 'https://acme--swb.vf.force.com/apex/swb__SwitchboardCenters',
            origin: 'https://acme--swb.vf.force.com'
        });
    });

    it.each([
        'localhost:4312',
        'acme.my.salesforce.com',
        'acme.lightning.force.com.evil.example',
        'evil.example/.lightning.force.com',
        'a.b.c.lightning.force.com',
        '.lightning.force.com',
        'acme.vf.force.com'
    ])('is not known at %s', (host) => {
        expect(centersPage({ host }, '')).toBeNull();
    });
});
