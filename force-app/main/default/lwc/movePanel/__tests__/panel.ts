import { openJournal } from 'c/moveJournal';
import MovePanel from 'c/movePanel';
import type { Plan, RecordedRun } from 'c/movePlan';
import type { Recovery } from 'c/moveFlow';
import type { RunReport } from 'c/moveRun';
import type { Org, User } from 'c/orgPort';
import type { Viewpoint } from 'c/pageState';
import type { Selection } from 'c/userSelection';
import { deskOf } from '#tests/support/desk.ts';
import { keeperOf } from '#tests/support/keeper.ts';
import { MemoryRequests } from '#tests/support/memoryRequests.ts';
import { MemoryStorage } from '#tests/support/memoryStorage.ts';
import { heard, labelled, mount, one, settled, textOf } from '#tests/support/mount.ts';
import { ADA, ME, smallOrg, userOf, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

interface Methods {
    review(plan: Plan, users: User[]): void;
    recover(runId: string, recovery: Recovery): Promise<boolean>;
    undoRun(run: RecordedRun): Promise<void>;
}

export const selected = (...users: (typeof ADA)[]): Selection => ({
    count: users.length,
    users: users.map(userOf),
    matching: null
});

/** Holds back the org's writes. @returns a function that releases them */
export function holdWrite(org: WholeMemoryOrg): () => void {
    const write = org.write.bind(org);
    let letThrough!: () => void;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    const spy = jest.spyOn(org, 'write').mockImplementation(async (writes) => {
        await held;
        return write(writes);
    });
    return () => {
        spy.mockRestore();
        letThrough();
    };
}

/** The panel with an org in memory. */
export function show(
    selection: Selection | null,
    viewpoint: Viewpoint = viewFrom(WORK),
    org = new WholeMemoryOrg(smallOrg()),
    requests = new MemoryRequests(ME.name)
) {
    const storage = new MemoryStorage();
    const journal = openJournal(() => storage, { org: 'org', user: 'me' });
    const props = {
        org: org as Org,
        journal,
        keeper: keeperOf(org),
        requests: deskOf(org, requests),
        userId: ME.id,
        viewpoint,
        by: 'Mo Admin',
        selection
    };
    const element = mount(MovePanel, props) as unknown as HTMLElement & typeof props & Methods;
    const root = element.shadowRoot!;
    const ended = heard<RunReport>(element, 'ended');
    const cleared = heard(element, 'clear');
    const press = async (label: string) => {
        labelled(root, label).click();
        await settled();
    };
    return { element, root, org, requests, ended, cleared, press, title: () => textOf(one(root, 'h2')) };
}
