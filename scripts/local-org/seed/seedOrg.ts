import { recordId } from '../ids.ts';
import type { Store } from '../store/store.ts';
import { seedAccess } from './access.ts';
import { PEOPLE } from './people.ts';
import { SHARES_OF, type SeedPlan } from './seedPlan.ts';
import { seedRecords, type SeedRecords } from './seedRecords.ts';
import { seedUsers } from './users.ts';

/** The first user is Ada Byron, the admin, who is the author of all other records. */
const ADMIN_COUNT = 1;
/** Settings of a call center with partner telephony (observed in public metadata of such a call center). */
const PARTNER_SETTINGS = '{"reqCallCenterType":"SCVBYOT"}';
const DAY = 24 * 60 * 60 * 1000;

/** Fills an empty store in one transaction, then creates the indexes. The same plan and clock give the same org. */
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
        // The registry is two days old, because admins don't update it every day.
        const centers = seedCenters(records, plan, new Date(now.getTime() - 2 * DAY));
        seedUsers(store, records, { count: plan.users, seed: plan.number, access, centers });
        seedRoutingMaps(store, records);
    });
    store.index();
}

/** Seeds call centers, and a row in the registry for each one that has a known name. */
function seedCenters(records: SeedRecords, plan: SeedPlan, readAt: Date) {
    const generatedUsers = Math.max(0, plan.users - PEOPLE.length);
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
                KnownBy__c: center.kind === 'unknown' ? null : 'admin',
                Vendor__c: center.vendor,
                ReadAt__c: readAt.toISOString()
            });
        }
        const members = Math.floor((center.members * plan.users) / SHARES_OF + 1e-9);
        return { id, name: center.name, members: Math.min(members, generatedUsers) };
    });
}

/** Maps members of partner telephony to telephony users. A move that ignores these mappings would orphan them. */
function seedRoutingMaps(store: Store, records: SeedRecords): void {
    const members = store.all(
        `SELECT u."Id", u."CallCenterId", u."Alias" FROM "User" u JOIN "CallCenterProfile__c" p ON p."CallCenterId__c" = u."CallCenterId" WHERE p."Kind__c" = 'voice-partner' ORDER BY u."Id"`
    );
    members.forEach((member, index) => {
        const name = `Telephony_${index + 1}`;
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
