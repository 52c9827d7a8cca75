import { after, before, describe } from 'node:test';
import { callCentersContract } from './callCenters.ts';
import { exportsContract } from './exports.ts';
import { groupsContract } from './groups.ts';
import { lookupsContract } from './lookups.ts';
import { membershipsContract } from './memberships.ts';
import { usersContract } from './users.ts';
import { World, type ContractOrg } from './world.ts';
import { writesContract } from './writes.ts';

/** What every `Org` must do. The users are the embedded org's, awkward names included (scripts/local-org/seed). */
export function orgContract(name: string, makeOrg: () => Promise<ContractOrg>): void {
    describe(`${name}, as an org`, () => {
        const world = new World();
        before(async () => world.begin(await makeOrg()));
        after(() => world.end());

        callCentersContract(world);
        usersContract(world);
        lookupsContract(world);
        exportsContract(world);
        groupsContract(world);
        membershipsContract(world);
        writesContract(world);
    });
}
