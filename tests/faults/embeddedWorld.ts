import { graphqlOrg, type GraphqlTransport } from 'c/graphqlOrg';
import { startLocalOrg, type LocalOrg } from '../../scripts/local-org/index.ts';
import { FaultyTransport } from '../support/faultyTransport.ts';
import { httpTransport } from '../support/httpTransport.ts';
import { platformTransport } from '../support/platformTransport.ts';
import type { TransportName } from '../../scripts/preview/transports.ts';
import type { MakeWorld } from './drive.ts';
import { CENTERS, usersOf } from './scenario.ts';

/** The fewest users an org can have. The users of the scenarios are added to them. */
const SEEDED_USERS = 40;
/** The day's requests never run out. A limit is a fault of the scenarios, and any other refusal would end them all alike. */
const DAILY_REQUESTS = Number.MAX_SAFE_INTEGER;
/** What the org answers to requests of the scenarios: it refuses rows, and rows that were modified since. */
const EXPECTED_STATUSES = [400, 412];

export interface EmbeddedWorlds {
    makeWorld: MakeWorld;
    /** Failures of the org itself. Each one is a defect of the test, because only the fault plan may make requests fail. */
    unexpected: readonly unknown[];
    close(): Promise<void>;
}

/**
 * An embedded org in which scenarios are run over HTTP, one after another. Call `close` at the end.
 * @param name how a failure reaches the run: as it is, or as on the platform
 */
export async function embeddedWorlds(name: TransportName): Promise<EmbeddedWorlds> {
    const local = await startLocalOrg({ users: SEEDED_USERS, dailyRequests: DAILY_REQUESTS });
    const { store } = local;
    const table = (name: string) => store.objects.named(name)!;
    const user = table('User');
    const copied = store.record(user, local.personas.viewer.userId)!;
    const center = store.record(table('CallCenter'), String(store.get('SELECT "Id" FROM "CallCenter"')?.Id))!;
    for (const { id, name } of CENTERS) {
        store.insert(table('CallCenter'), { ...center, Id: id, Name: name, InternalName: name });
    }
    const unexpected: unknown[] = [];
    const transport = watched(httpTransport(local.url, local.tokenFor('admin')), (thrown) => {
        const { status } = thrown as { status?: number };
        if (!EXPECTED_STATUSES.includes(status ?? 0)) unexpected.push(thrown);
    });
    const edit = (userId: string, changes: Record<string, string | null>) =>
        store.update(user, userId, {
            ...changes,
            LastModifiedDate: store.writeTime(),
            LastModifiedById: local.personas.viewer.userId
        });

    let last: string[] = [];
    const makeWorld: MakeWorld = async (scenario) => {
        const users = usersOf(scenario);
        store.transaction(() => {
            for (const userId of last) store.remove(user, userId);
            last = users.map(({ id }) => id);
            for (const { id, name, callCenterId, isActive, userType } of users) {
                store.insert(user, {
                    ...copied,
                    Id: id,
                    Name: name,
                    FirstName: null,
                    LastName: name,
                    Username: `${id}@switchboard.example`,
                    CommunityNickname: id,
                    FederationIdentifier: null,
                    CallCenterId: callCenterId,
                    IsActive: isActive,
                    UserType: userType,
                    LastModifiedDate: store.writeTime()
                });
            }
        });
        return {
            org: graphqlOrg(transport),
            hidesExpiry: name === 'platform',
            faulty(events, plan, mutate) {
                const faulty = new FaultyTransport(transport, events, plan);
                const over = name === 'platform' ? platformTransport(faulty) : faulty;
                const { memberships, write, writeOne } = graphqlOrg(mutate(over));
                return { memberships, write, writeOne, player: faulty.player };
            },
            snapshot: async () => placesIn(local, last),
            move: async (userId, to) => void edit(userId, { CallCenterId: to }),
            touch: async (userId) => void edit(userId, { Title: 'Touched' })
        };
    };
    return { makeWorld, unexpected, close: () => local.close() };
}

/** The transport, with every failure told. */
function watched(transport: GraphqlTransport, failed: (thrown: unknown) => void): GraphqlTransport {
    const watch = <T>(answer: Promise<T>): Promise<T> =>
        answer.catch((thrown: unknown) => {
            failed(thrown);
            throw thrown;
        });
    return {
        query: (document, variables) => watch(transport.query(document, variables)),
        mutate: (document, variables) => watch(transport.mutate(document, variables)),
        updateRecord: (userId, fields, since) => watch(transport.updateRecord(userId, fields, since))
    };
}

function placesIn({ store }: LocalOrg, userIds: string[]): Map<string, string | null> {
    const rows = store.all('SELECT "Id", "CallCenterId" FROM "User"');
    const places = new Map(
        rows.map((row) => [String(row.Id), row.CallCenterId === null ? null : String(row.CallCenterId)])
    );
    return new Map(userIds.map((userId) => [userId, places.get(userId) ?? null]));
}
