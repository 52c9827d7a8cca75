import { recordId } from '../ids.ts';
import type { Store } from '../store/store.ts';
import { seedAccess } from './access.ts';
import { PEOPLE } from './people.ts';
import { SHARES_OF, type SeedPlan } from './seedPlan.ts';
import { seedRecords, type SeedRecords } from './seedRecords.ts';
import { seedUsers } from './users.ts';

/** The first user made is Ada Byron, the admin, who made everything else. */
const ADMIN_COUNT = 1;
/** What marks partner telephony (observed in public metadata of such a center). */
const PARTNER_SETTINGS = '{"reqCallCenterType":"SCVBYOT"}';
const DAY = 24 * 60 * 60 * 1000;

/** Fills an empty store in one transaction, then makes the indices. The same plan and clock make the same org. */
export function seedOrg(store: Store, plan: SeedPlan): void {
    const now = store.now();
    const yearAgo = new Date(now.getTime() - 365 * DAY);
    yearAgo.setUTCMilliseconds(0);
    store.transaction(() => {
        const records = seedRecords(store, recordId('005', ADMIN_COUNT), yearAgo.toISOString());
        records.add('Organization', {
            Name: 'Switchboard Trading',
            InstanceName: 'LOCAL1',
            IsSandbox: true,
            OrganizationType: 'Developer Edition',
            DefaultLocaleSidKey: 'en_US',
            LanguageLocaleKey: 'en_US',
            TimeZoneSidKey: 'America/New_York',
            FiscalYearStartMonth: 1,
            City: 'Reno',
            Country: 'US'
        });
        const access = seedAccess(records);
        // The registry was filled the day before yesterday: nobody reads it anew every day.
        const centers = seedCenters(records, plan, new Date(now.getTime() - 2 * DAY));
        seedUsers(store, records, { count: plan.users, seed: plan.number, access, centers });
        seedRoutingMaps(store, records);
    });
    store.index();
}

/** Centers, and the registry's row for each that somebody can name. */
function seedCenters(records: SeedRecords, plan: SeedPlan, readAt: Date) {
    const forNobody = Math.max(0, plan.users - PEOPLE.length);
    return plan.centers.map((center) => {
        const id = records.add('CallCenter', {
            Name: center.name,
            InternalName: center.internalName,
            Version: 4,
            AdapterUrl:
                center.kind === 'open-cti' ? `https://softphone.switchboard.example/${center.internalName}` : null,
            CustomSettings: center.kind === 'voice-partner' ? PARTNER_SETTINGS : null
        });
        if (center.registered) {
            records.add('CallCenterProfile__c', {
                Name: center.name,
                CallCenterId__c: id,
                InternalName__c: center.internalName,
                Kind__c: center.kind,
                Vendor__c: center.vendor,
                ReadAt__c: readAt.toISOString()
            });
        }
        const members = Math.floor((center.members * plan.users) / SHARES_OF + 1e-9);
        return { id, name: center.name, members: Math.min(members, forNobody) };
    });
}

/** Members of partner telephony are mapped to a telephony user; a raw move of theirs would leave this behind. */
function seedRoutingMaps(store: Store, records: SeedRecords): void {
    const members = store.all(
        `SELECT u."Id", u."CallCenterId", u."Alias" FROM "User" u JOIN "CallCenterProfile__c" p ON p."CallCenterId__c" = u."CallCenterId" WHERE p."Kind__c" = 'voice-partner' ORDER BY u."Id"`
    );
    members.forEach((member, place) => {
        const name = `Telephony_${place + 1}`;
        records.add('CallCenterRoutingMap', {
            DeveloperName: name,
            MasterLabel: name,
            Language: 'en_US',
            CallCenterId: String(member.CallCenterId),
            ReferenceRecordId: String(member.Id),
            ExternalId: `agent-${member.Alias}`
        });
    });
}
