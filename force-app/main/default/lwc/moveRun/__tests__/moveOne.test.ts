import { moveOne } from 'c/moveRun';
import { OrgFault, type FaultKind, type WriteAnswer } from 'c/orgPort';
import { MemoryOrg } from '#tests/support/memoryOrg.ts';

const OLD = '04v000000000001AAA';
const NEW = '04v000000000002AAA';
const OTHER = '04v000000000003AAA';
const CENTERS = [OLD, NEW, OTHER].map((id) => ({ id, name: id, kind: 'open-cti' as const }));
const ADA = '005000000000001AAA';

type OneOrg = Pick<MemoryOrg, 'memberships' | 'writeOne'>;

async function setUp() {
    const org = new MemoryOrg(
        [{ id: ADA, name: 'Ada', callCenterId: OLD, isActive: true, userType: 'Standard' }],
        CENTERS
    );
    const [{ lastModified }] = await org.memberships([ADA]);
    const waits: number[] = [];
    const move = (part: Partial<OneOrg> = {}, shownAt: string | null = lastModified) =>
        moveOne(
            { userId: ADA, name: 'Ada', from: OLD, to: NEW, verdict: 'move', reason: null, by: null },
            'CallCenterId',
            shownAt,
            {
                memberships: (userIds) => org.memberships(userIds),
                writeOne: (write, since) => org.writeOne(write, since),
                ...part
            },
            { wait: async (ms) => void waits.push(ms), random: () => 0 }
        );
    const now = () => org.snapshot().get(ADA);
    return { org, move, now, waits };
}

/** Does each write, and loses the answers to the first ones. */
function losing(org: MemoryOrg, answers: number, kind: FaultKind): Pick<OneOrg, 'writeOne'> {
    let left = answers;
    return {
        async writeOne(write, since) {
            const answer = await org.writeOne(write, since);
            if (left === 0) return answer;
            left -= 1;
            throw new OrgFault(kind, 'Gone');
        }
    };
}

describe('One click', () => {
    it('moves a user in one request', async () => {
        const { org, move, now } = await setUp();
        org.requests.memberships = 0;
        expect(await move()).toMatchObject({ userId: ADA, from: OLD, to: NEW, outcome: 'moved' });
        expect(org.requests).toMatchObject({ memberships: 0, writeOne: 1 });
        expect(now()).toBe(NEW);
    });

    it('skips a user whom someone moved after the page showed them', async () => {
        const { org, move, now } = await setUp();
        org.move(ADA, OTHER, 'Bo Lind');
        expect(await move()).toMatchObject({ outcome: 'changed meanwhile', nowIn: OTHER, by: 'Bo Lind' });
        expect(now()).toBe(OTHER);
    });

    it('without a last modified date, reads the user first and never overwrites a newer change', async () => {
        const { org, move, now } = await setUp();
        org.move(ADA, OTHER, 'Bo Lind');
        expect(await move({}, null)).toMatchObject({ outcome: 'changed meanwhile', nowIn: OTHER });
        expect(org.requests.writeOne).toBe(0);
        org.move(ADA, OLD, 'Bo Lind');
        expect(await move({}, null)).toMatchObject({ outcome: 'moved' });
        expect(now()).toBe(NEW);
    });

    it('moves a user even if someone changed another field', async () => {
        const { org, move, now } = await setUp();
        org.touch(ADA, 'Bo Lind');
        expect(await move()).toMatchObject({ outcome: 'moved' });
        expect(now()).toBe(NEW);
    });

    it('reports "already there" when someone else made the same move first', async () => {
        const { org, move } = await setUp();
        org.move(ADA, NEW, 'Bo Lind');
        expect(await move()).toMatchObject({ outcome: 'already there' });
    });

    it('gives up on a user who is modified again and again', async () => {
        const { org, move, now } = await setUp();
        const outcome = await move({
            async writeOne(write, since) {
                org.touch(ADA, 'A robot');
                return org.writeOne(write, since);
            }
        });
        expect(outcome).toMatchObject({ outcome: 'changed meanwhile', nowIn: OLD, by: 'A robot' });
        expect(now()).toBe(OLD);
    });

    it('settles a lost answer by reading, and writes once', async () => {
        const { org, move } = await setUp();
        expect(await move(losing(org, 1, 'offline'))).toMatchObject({ outcome: 'moved' });
        expect(org.requests.writeOne).toBe(1);
    });

    it('reports where a flow or trigger put the user instead', async () => {
        const { org, move } = await setUp();
        const outcome = await move({
            async writeOne({ userId }, since) {
                await org.writeOne({ userId, to: OTHER }, since);
                return { userId, written: false, words: '', code: 'SET_OTHERWISE' };
            }
        });
        expect(outcome).toMatchObject({ outcome: 'changed meanwhile', nowIn: OTHER });
        expect(org.requests.writeOne).toBe(1);
    });

    it('reads the user when the answer doesn’t say where the user is', async () => {
        const { org, move } = await setUp();
        const unproven: WriteAnswer = { userId: ADA, written: false, words: '', code: null };
        const outcome = await move({
            async writeOne(write, since) {
                await org.writeOne(write, since);
                return unproven;
            }
        });
        expect(outcome).toMatchObject({ outcome: 'moved' });
        expect(org.requests).toMatchObject({ writeOne: 1 });

        const ignored = await setUp();
        expect(await ignored.move({ writeOne: async () => unproven })).toMatchObject({ outcome: 'refused' });
    });

    it('isn’t sure when the answer doesn’t say where the user is, and no reading does', async () => {
        const { move } = await setUp();
        const outcome = await move({
            writeOne: async ({ userId }) => ({ userId, written: false, words: '', code: null }),
            memberships: async () => {
                throw new OrgFault('offline', 'No connection', { sent: false });
            }
        });
        expect(outcome).toMatchObject({ outcome: 'uncertain', code: 'offline' });
    });

    it('reports a refusal in the words of the org', async () => {
        const { move } = await setUp();
        const words = 'insufficient access rights on cross-reference id';
        const outcome = await move({
            writeOne: async ({ userId }) => ({ userId, written: false, words, code: 'INSUFFICIENT_ACCESS' })
        });
        expect(outcome).toMatchObject({ outcome: 'refused', words, code: 'INSUFFICIENT_ACCESS' });
    });

    it('retries a locked row', async () => {
        const { org, move, waits } = await setUp();
        let locked = 2;
        const outcome = await move({
            async writeOne(write, since) {
                if (locked === 0) return org.writeOne(write, since);
                locked -= 1;
                return { userId: ADA, written: false, words: 'locked', code: 'UNABLE_TO_LOCK_ROW' };
            }
        });
        expect(outcome).toMatchObject({ outcome: 'moved' });
        expect(waits).toEqual([2_000, 4_000]);
    });

    it.each(['expired', 'forbidden', 'limit', 'invalid'] as const)(
        'retries nothing when the fault is %s',
        async (kind) => {
            const { move, waits } = await setUp();
            const outcome = await move({
                writeOne: async () => {
                    throw new OrgFault(kind, 'No', { sent: false });
                }
            });
            expect(outcome).toMatchObject({ outcome: 'refused', words: 'No', code: kind });
            expect(waits).toEqual([]);
        }
    );

    it("reports a move as uncertain when its answer is lost and the user can't be read", async () => {
        const { org, move } = await setUp();
        const outcome = await move({
            ...losing(org, 1, 'offline'),
            memberships: async () => {
                throw new OrgFault('offline', 'No connection', { sent: false });
            }
        });
        expect(outcome).toMatchObject({ outcome: 'uncertain', code: 'offline' });
    });

    it('never throws, whatever the org throws', async () => {
        const { move } = await setUp();
        const broken = async () => {
            throw new TypeError('undefined is not a function');
        };
        expect(await move({ writeOne: broken, memberships: broken })).toMatchObject({
            outcome: 'uncertain',
            code: 'unreadable'
        });
    });
});
