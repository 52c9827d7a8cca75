import { toId18 } from 'c/orgPort';
import { personaUser } from '../../scripts/local-org/access/personas.ts';
import { Sessions } from '../../scripts/local-org/access/sessions.ts';
import { orgContext, type App } from '../../scripts/local-org/context/orgContext.ts';
import { RequestLog } from '../../scripts/local-org/context/requestLog.ts';
import { createApp } from '../../scripts/local-org/http/app.ts';
import { objectTable } from '../../scripts/local-org/objects/objectTable.ts';
import { seedOrg } from '../../scripts/local-org/seed/seedOrg.ts';
import { seedPlan } from '../../scripts/local-org/seed/seedPlan.ts';
import { openStore } from '../../scripts/local-org/store/store.ts';

/** An embedded org in this process, which tests call without a network. */
export interface FuzzedOrg {
    app: App;
    log: RequestLog;
    token: string;
    /** Ids of every object, with 15 and 18 characters. They don't include the users of personas. */
    ids: string[];
    close(): void;
}

export function fuzzedOrg(): FuzzedOrg {
    const { store } = openStore(objectTable(), null, () => new Date());
    seedOrg(store, seedPlan(undefined, 300));
    const log = new RequestLog();
    const sessions = new Sessions(store);
    const app = createApp(orgContext(store, sessions, log, Number.MAX_SAFE_INTEGER));
    return {
        app,
        log,
        token: sessions.open(personaUser(store, 'admin').userId),
        ids: idsOf(store),
        close: () => store.close()
    };
}

/** Leaves out the first users, who are the personas. If requests changed them, no one could log in anymore. */
export function idsOf(store: {
    objects: { all: readonly { name: string }[] };
    all(sql: string): Record<string, unknown>[];
}): string[] {
    const ids = store.objects.all.flatMap(({ name }) =>
        store.all(`SELECT "Id" FROM "${name}" ORDER BY "Id" LIMIT 12`).map(({ Id }) => String(Id))
    );
    const chosen = ids.filter(
        (id) => !id.startsWith('00500') && !/^005\w{6}00000[1-8]/.test(id) && !id.startsWith('00e')
    );
    return [...chosen, ...chosen.map((id) => id.slice(0, 15))].filter((id) => toId18(id) !== null);
}
