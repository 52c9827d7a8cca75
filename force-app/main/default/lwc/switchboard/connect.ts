/** Connects the page's state with the org, with other tabs, and with its parts. */
import userId from '@salesforce/user/Id';
import { hostName, repeat, wait, whileUnlocked } from 'c/browser';
import type { Shown } from 'c/addressBar';
import type { MoveJournal } from 'c/moveJournal';
import type { PageOrg } from 'c/orgPort';
import { PageFlow } from 'c/pageFlow';
import { centerName, type Page } from 'c/pageState';
import { RunKeeper } from 'c/runRecord';
import { Moves } from './moves.ts';
import type { PageParts } from './pageParts.ts';
import { permission } from './permission.ts';
import { Places, type Placed } from './places.ts';

export function connect(
    org: PageOrg,
    part: Placed & { page: Page; readonly journal: MoveJournal },
    parts: () => PageParts,
    tellAddress: (shown: Shown) => void
): { keeper: RunKeeper; flow: PageFlow; moves: Moves; places: Places } {
    const keeper = new RunKeeper({
        org,
        userId,
        holder: crypto.randomUUID(),
        host: hostName(),
        now: Date.now,
        repeat,
        centerName: (id) => centerName(part.page, id)
    });
    const flow = new PageFlow({
        org,
        journal: part.journal,
        keeper,
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
    return { keeper, flow, moves, places: new Places(part, flow, parts, tellAddress) };
}
