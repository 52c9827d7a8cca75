/** Connects the page's state with the org, with other tabs, and with its parts. */
import userId from '@salesforce/user/Id';
import { hostName, repeat, wait, whileUnlocked } from 'c/browser';
import type { Shown } from 'c/addressBar';
import type { MoveJournal } from 'c/moveJournal';
import { RequestDesk } from 'c/moveRequests';
import type { PageOrg } from 'c/orgPort';
import { PageFlow } from 'c/pageFlow';
import { centerName, type Page } from 'c/pageState';
import { RunKeeper } from 'c/runRecord';
import { Moves } from './moves.ts';
import type { PageParts } from './pageParts.ts';
import { permission } from './permission.ts';
import { Places, type Placed } from './places.ts';
import { Requests } from './requests.ts';

export function connect(
    org: PageOrg,
    part: Placed & { page: Page; readonly journal: MoveJournal },
    parts: () => PageParts,
    tellAddress: (shown: Shown) => void
): { keeper: RunKeeper; desk: RequestDesk; flow: PageFlow; moves: Moves; requests: Requests; places: Places } {
    const keeper = new RunKeeper({
        org,
        userId,
        holder: crypto.randomUUID(),
        host: hostName(),
        now: Date.now,
        repeat,
        centerName: (id) => centerName(part.page, id)
    });
    const desk: RequestDesk = new RequestDesk({
        org,
        userId,
        now: Date.now,
        newKey: () => crypto.randomUUID(),
        centerName: (id) => centerName(part.page, id),
        changed: () => void flow.reads.requests()
    });
    const flow: PageFlow = new PageFlow({
        org,
        journal: part.journal,
        keeper,
        requests: desk,
        userId,
        clock: { now: Date.now, wait, random: Math.random },
        permission,
        newRunId: () => crypto.randomUUID(),
        whileUnlocked,
        get page() {
            return part.page;
        },
        become(page) {
            part.page = page;
        }
    });
    const moves = new Moves(flow, keeper, parts);
    const requests = new Requests(flow, desk, parts);
    return { keeper, desk, flow, moves, requests, places: new Places(part, flow, parts, tellAddress) };
}
