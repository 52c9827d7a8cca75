import { kindOf } from 'c/callCenters';

const ADAPTER = 'https://softphone.example/adapter';
const settings = (items: Record<string, string>) => JSON.stringify(items);

describe('The kind of a call center', () => {
    it('is partner telephony when its settings name it, even with an adapter', () => {
        const customSettings = settings({ reqTimeout: '5000', reqCallCenterType: 'SCVBYOT', reqUseApi: 'true' });
        const known = { kind: 'voice-partner', knownBy: 'settings' };
        expect(kindOf({ customSettings })).toEqual(known);
        expect(kindOf({ customSettings, adapterUrl: ADAPTER })).toEqual(known);
        expect(kindOf({ customSettings, channels: 2 })).toEqual(known);
    });

    it('is a contact center service when it has messaging channels', () => {
        expect(kindOf({ channels: 1, adapterUrl: ADAPTER })).toEqual({ kind: 'ccaas', knownBy: 'channels' });
    });

    it('is Open CTI when it has an adapter, on the web or in the org', () => {
        const known = { kind: 'open-cti', knownBy: 'adapter' };
        expect(kindOf({ adapterUrl: ADAPTER })).toEqual(known);
        expect(kindOf({ adapterUrl: '/apex/amazonconnect__ACSFCCP_CallAdapterPage', mapped: 0 })).toEqual(known);
        expect(kindOf({ adapterUrl: ADAPTER, customSettings: settings({ reqUseApi: 'true' }) })).toEqual(known);
    });

    it.each([
        ['it has no facts', {}],
        ['it has no adapter', { adapterUrl: null, customSettings: null }],
        ['its adapter is not an address', { adapterUrl: 'none' }],
        ['its settings only say that it uses the API', { customSettings: settings({ reqUseApi: 'true' }) }],
        [
            'its settings have items of Voice',
            { adapterUrl: ADAPTER, customSettings: '{"reqVendorInfoApiName":"x__y"}' }
        ],
        ['its settings name another type', { adapterUrl: ADAPTER, customSettings: '{"reqCallCenterType":"SCV"}' }],
        ['its users are mapped to telephony users', { adapterUrl: ADAPTER, mapped: 3 }]
    ])('is unknown when %s', (_, facts) => {
        expect(kindOf(facts)).toEqual({ kind: 'unknown', knownBy: null });
    });
});
