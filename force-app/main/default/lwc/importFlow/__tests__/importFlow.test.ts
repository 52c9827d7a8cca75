import { MAX_SHEET_BYTES } from 'c/csv';
import { countGroups, ImportFlow, type ImportState, type VerdictsState } from 'c/importFlow';
import type { NamedCenter } from 'c/importRows';
import { OrgFault, type Id } from 'c/orgPort';
import { ADA, BO, CY, DI, DIALER, EVE, KINDS, NAMES, smallOrg, WORK } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const CENTERS: NamedCenter[] = [...NAMES].map(([id, name]) => ({ id, name, internalName: null }));

function open({
    target = null,
    org = new WholeMemoryOrg(smallOrg())
}: { target?: Id | null; org?: WholeMemoryOrg } = {}) {
    const stages: ImportState['stage'][] = [];
    const flow = new ImportFlow({
        org,
        centers: CENTERS,
        kindOf: (id) => KINDS.get(id) ?? null,
        target,
        now: Date.now,
        wait: async () => {},
        changed: ({ stage }) => void (stages.at(-1) === stage || stages.push(stage))
    });
    return { flow, org, stages, rows: () => flow.state as VerdictsState };
}

const file = (text: string, size = text.length) => ({
    name: 'agents.csv',
    size,
    arrayBuffer: async () => Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer
});
const counts = ({ judged }: VerdictsState) => countGroups(judged);

describe('An import', () => {
    it('of pasted emails goes to the selected call center, without a question', async () => {
        const { flow, stages, rows } = open({ target: WORK });
        await flow.readText(`${ADA.email}\n${BO.email}\nzz${CY.email}\n`);
        expect(stages).toEqual(['reading', 'columns', 'lookup', 'verdicts']);
        expect(counts(rows())).toMatchObject({ 'will move': 1, 'already there': 1, 'not found': 1, needsWork: 1 });
        expect(flow.plan).toMatchObject({ target: WORK, users: [{ userId: ADA.id, row: 1 }] });
        expect(flow.plan).not.toHaveProperty('file');
    });

    it('waits for a person when nothing says where to go', async () => {
        const { flow, rows } = open();
        await flow.readFile(file(`Email\n${ADA.email}\n`));
        expect(flow.state).toMatchObject({ stage: 'columns', loaded: { problems: [{ problem: 'no target' }] } });
        await flow.lookUp();
        expect(flow.state.stage).toBe('columns');
        flow.map({ user: { column: 0, by: 'email' }, target: { column: null, chosen: { to: null } } });
        await flow.lookUp();
        expect(rows().judged.verdicts).toMatchObject([{ verdict: 'will move', to: null }]);
        expect(flow.plan?.file).toBe('agents.csv');
    });

    it('refuses a file that is too big without reading it, and one with a quote that is never closed', async () => {
        const { flow } = open({ target: WORK });
        const unread = { ...file('', MAX_SHEET_BYTES + 1), arrayBuffer: () => Promise.reject(new Error('read')) };
        await flow.readFile(unread);
        expect(flow.state).toMatchObject({
            stage: 'empty',
            problem: { problem: 'too big', bytes: MAX_SHEET_BYTES + 1 }
        });
        await flow.readFile(file(`Email\n"${ADA.email}\n`));
        expect(flow.state).toMatchObject({ problem: { problem: 'not a table', error: { row: 2, column: 1 } } });
    });

    it('pauses when Salesforce does not answer, and goes on', async () => {
        const { flow, org, rows } = open({ target: WORK });
        const ask = org.usersBy.bind(org);
        org.usersBy = () => Promise.reject(new OrgFault('forbidden', ''));
        await flow.readText(`${ADA.email}\n`);
        expect(flow.state).toMatchObject({ stage: 'paused', fault: { kind: 'forbidden' } });
        org.usersBy = ask;
        await flow.lookUp();
        expect(counts(rows())['will move']).toBe(1);
    });
});

describe('A row', () => {
    it('is corrected by another text, stays where it is shown, and is taken back', async () => {
        const { flow, rows } = open({ target: WORK });
        await flow.readText(`${ADA.email}\nzzzz@x.example\n${DI.email}\n`);
        expect(rows().view.places).toEqual([1, 0, 2]);
        await flow.correct([2], { text: EVE.email });
        expect(rows().judged.verdicts[1]).toMatchObject({ verdict: 'blocked', user: { id: EVE.id } });
        await flow.correct([2], { text: CY.email });
        expect(rows().judged.verdicts[1].verdict).toBe('will move');
        expect(rows().view.places).toEqual([1, 0, 2]);
        await flow.correct([2], { skip: true });
        await flow.correct([2], { skip: false });
        expect(rows().corrections.get(2)).toEqual({ text: CY.email });
        await flow.correct([2], null);
        expect(rows().judged.verdicts[1].verdict).toBe('not found');
        flow.view({ text: 'zzzz' });
        expect(rows().view.places).toEqual([1]);
    });

    it('counts alone of the rows with its user, once it is kept', async () => {
        const { flow, rows } = open();
        await flow.readText(`Email,To\n${ADA.email},8x8 Work\n${ADA.email},none\n`);
        expect(counts(rows())).toMatchObject({ 'named twice': 2, needsWork: 2 });
        flow.keep(3);
        expect(rows().judged.verdicts).toMatchObject([{ verdict: 'skipped' }, { verdict: 'will move', to: null }]);
    });

    it('says where its user is after a move', async () => {
        const { flow, rows } = open({ target: WORK });
        await flow.readText(`${ADA.email}\n${DI.email}\n`);
        expect(rows().judged.verdicts).toMatchObject([{ from: DIALER }, { from: DIALER }]);
        flow.applyMoves([{ userId: ADA.id, to: WORK }]);
        expect(counts(rows())).toMatchObject({ 'will move': 1, 'already there': 1 });
    });
});
